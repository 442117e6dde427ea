"""Swift source with its comments and strings blanked, so that a rule sees only code."""


def mask(source):
    """The source with the text of comments and string literals replaced by spaces.

    Lines and columns stay where they are. Code inside an interpolation stays code.
    """
    out = list(source)
    length = len(source)

    def blank(start, end):
        for at in range(start, min(end, length)):
            if out[at] != "\n":
                out[at] = " "

    def comment(at):
        """The end of the comment that begins here, or None."""
        if source.startswith("//", at):
            end = source.find("\n", at)
            return length if end < 0 else end
        if source.startswith("/*", at):
            depth, here = 1, at + 2
            while here < length and depth:
                if source.startswith("/*", here):
                    depth, here = depth + 1, here + 2
                elif source.startswith("*/", here):
                    depth, here = depth - 1, here + 2
                else:
                    here += 1
            return here
        return None

    def string(at):
        """Blanks the string literal that begins here; its end, or None where there is none."""
        hashes = 0
        while source.startswith("#", at + hashes):
            hashes += 1
        quote = at + hashes
        if not source.startswith('"', quote):
            return None
        mark = '"""' if source.startswith('"""', quote) else '"'
        close = mark + "#" * hashes
        escape = "\\" + "#" * hashes
        here = quote + len(mark)
        blank(at, here)
        while here < length:
            if source.startswith(close, here):
                blank(here, here + len(close))
                return here + len(close)
            if mark == '"' and source[here] == "\n":
                return here
            if source.startswith(escape, here):
                after = here + len(escape)
                if source.startswith("(", after):
                    blank(here, after)
                    here = code(after + 1, until_closed=True)
                else:
                    blank(here, after + 1)
                    here = after + 1
            else:
                blank(here, here + 1)
                here += 1
        return here

    def code(at, until_closed=False):
        depth = 1
        while at < length:
            letter = source[at]
            end = comment(at) if letter == "/" else None
            if end is not None:
                blank(at, end)
                at = end
                continue
            if letter in '"#':
                end = string(at)
                if end is not None:
                    at = end
                    continue
            if until_closed and letter == "(":
                depth += 1
            elif until_closed and letter == ")":
                depth -= 1
                if not depth:
                    return at + 1
            at += 1
        return at

    code(0)
    return "".join(out)


def nesting(masked):
    """For each line, how many braces are open where it begins."""
    depths, depth = [], 0
    for line in masked.split("\n"):
        depths.append(depth)
        depth += line.count("{") - line.count("}")
    return depths
