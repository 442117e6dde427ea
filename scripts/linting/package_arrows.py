"""Whether Package.swift draws the same arrows as the list in `house.py`."""

import re

from . import house

ROOM = re.compile(r'room\(\s*"(\w+)"\s*,\s*\[(.*?)\]\s*\)', re.S)
EXECUTABLE = re.compile(r'executableTarget\(\s*name:\s*"(\w+)"\s*,\s*dependencies:\s*\[(.*?)\]', re.S)
PRODUCT = re.compile(r'let\s+(\w+)\s*=\s*Target\.Dependency\.product\(\s*name:\s*"(\w+)"')


def arrows(manifest):
    """Room -> the rooms and modules that it depends on, as the manifest says."""
    products = dict(PRODUCT.findall(manifest))
    drawn = {}
    for name, body in ROOM.findall(manifest) + EXECUTABLE.findall(manifest):
        modules = set()
        for item in re.findall(r'"(\w+)"|(\w+)', body):
            product = products.get(item[1], item[1]) if item[1] else item[0]
            modules |= house.MODULES_OF_A_PRODUCT.get(product, {product})
        drawn[name] = modules
    return drawn


def disagreement(manifest):
    """Sentences on every arrow that only one of the two knows."""
    drawn = arrows(manifest)
    wrong = [f"Package.swift has no room {room.name}" for room in house.ROOMS if room.name not in drawn]
    for name, modules in drawn.items():
        room = house.BY_NAME.get(name)
        if room is None:
            wrong.append(f"{name} is not in scripts/linting/house.py")
            continue
        allowed = room.rooms | room.third_party
        wrong += [f"Package.swift lets {name} import {module}, scripts/linting/house.py does not"
                  for module in sorted(modules - allowed)]
        wrong += [f"scripts/linting/house.py lets {name} import {module}, Package.swift does not"
                  for module in sorted(allowed - modules)]
    return wrong
