#!/usr/bin/env python3
"""Whether an expression holds of a JSON document: holds.py "row['number'] == 1" < document

With --print the value is printed instead. `row` is the document.
"""

import json
import sys

*options, expression = sys.argv[1:]
try:
    row = json.load(sys.stdin)
except ValueError:
    sys.exit(1)
value = eval(" ".join(expression.split()), {"row": row, "any": any, "all": all, "len": len})
if "--print" in options:
    print(value)
else:
    sys.exit(0 if value else 1)
