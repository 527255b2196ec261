"""Reading drawings back in tests."""

from xml.etree import ElementTree

SVG = "{http://www.w3.org/2000/svg}"


def parsed(svg: str) -> ElementTree.Element:
    """The drawing as a tree; fails unless it is well formed and follows the rules for all drawings."""
    root = ElementTree.fromstring(svg)
    assert root.tag == f"{SVG}svg"
    assert root.find(f"{SVG}title") is not None
    assert root.find(f"{SVG}desc") is not None
    ids = [one.get("id") for one in root.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    for one in root.iter():
        assert one.tag != f"{SVG}script"
        assert one.get("style") is None
        assert not [name for name in one.attrib if name.startswith("on")]
    assert root.get("font-family") == "Source Sans 3"
    return root


def texts(root: ElementTree.Element) -> list[str]:
    return [one.text or "" for one in root.iter(f"{SVG}text")]


def nodes(root: ElementTree.Element) -> dict[str, ElementTree.Element]:
    return {one.get("data-node") or "": one for one in root.iter(f"{SVG}g") if one.get("data-node") is not None}


def links(root: ElementTree.Element) -> list[str]:
    return [one.get("href") or "" for one in root.iter(f"{SVG}a")]
