"""Writes libxml2.jsonl: documents, and what libxml2 makes of them and of their elements.

Whole documents go through xmllint, which keeps comments. Subtrees, comments left out, and lists of inclusive prefixes go through the library, since xmllint has no options for them.
Run it where xmllint and libxml2.so.2 are: python3 libxml2.py
"""

import ctypes
import json
import pathlib
import re
import subprocess

import documents

LIBRARY = ctypes.CDLL("libxml2.so.2")
MODES = {"Inclusive10": 0, "Exclusive10": 1, "Inclusive11": 2}
OPTIONS = {"Inclusive10": "--c14n", "Exclusive10": "--exc-c14n", "Inclusive11": "--c14n11"}

# XML_PARSE_NOENT, XML_PARSE_DTDLOAD, XML_PARSE_DTDATTR, XML_PARSE_NOCDATA: what xmllint sets for canonical forms.
PARSE = 2 | 4 | 8 | 16384


class NodeSet(ctypes.Structure):
    _fields_ = [("nodeNr", ctypes.c_int), ("nodeMax", ctypes.c_int), ("nodeTab", ctypes.c_void_p)]


class XPathObject(ctypes.Structure):
    _fields_ = [("type", ctypes.c_int), ("nodesetval", ctypes.POINTER(NodeSet))]


for name in ("xmlReadMemory", "xmlXPathNewContext", "xmlDocGetRootElement"):
    getattr(LIBRARY, name).restype = ctypes.c_void_p
LIBRARY.xmlXPathEvalExpression.restype = ctypes.POINTER(XPathObject)
LIBRARY.xmlXPathEvalExpression.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
LIBRARY.xmlXPathNewContext.argtypes = [ctypes.c_void_p]
LIBRARY.xmlC14NDocDumpMemory.argtypes = [
    ctypes.c_void_p, ctypes.POINTER(NodeSet), ctypes.c_int, ctypes.POINTER(ctypes.c_char_p), ctypes.c_int, ctypes.POINTER(ctypes.c_char_p)]


def xmllint(document, version):
    run = subprocess.run(["xmllint", OPTIONS[version], "-"], input=document.encode(), capture_output=True, check=False)
    assert run.returncode == 0, (document, run.stderr.decode())
    return run.stdout.decode()


def canonicalize(document, version, comments, element=None, prefixes=()):
    data = document.encode()
    tree = LIBRARY.xmlReadMemory(data, len(data), None, None, PARSE)
    nodes = None
    if element is not None:
        expression = f"(//. | //@* | //namespace::*)[count(ancestor-or-self::node() | (//*)[{element + 1}]) = count(ancestor-or-self::node())]"
        found = LIBRARY.xmlXPathEvalExpression(expression.encode(), LIBRARY.xmlXPathNewContext(tree))
        nodes = found.contents.nodesetval
    names = [prefix.encode() for prefix in prefixes]
    listed = (ctypes.c_char_p * (len(names) + 1))(*names, None) if names else None
    result = ctypes.c_char_p()
    length = LIBRARY.xmlC14NDocDumpMemory(tree, nodes, MODES[version], listed, int(comments), ctypes.byref(result))
    assert length >= 0, (document, version)
    return result.value.decode()


def forms(document, count):
    for version in MODES:
        whole = xmllint(document, version)
        assert whole == canonicalize(document, version, True), document
        yield {"version": version, "comments": True, "expected": whole}
        yield {"version": version, "comments": False, "expected": canonicalize(document, version, False)}
    for element in range(count):
        for version in MODES:
            yield {"version": version, "comments": True, "element": element, "expected": canonicalize(document, version, True, element)}
        prefixes = ["#default", "p", "\u00fc"]
        yield {"version": "Exclusive10", "comments": True, "element": element, "prefixes": prefixes,
               "expected": canonicalize(document, "Exclusive10", True, element, prefixes)}


def main():
    lines = []
    for document in [*documents.GIVEN, *documents.random_documents(1, 30), *documents.random_documents(2, 40, with_base=False)]:
        count = min(6, len(re.findall("<[^!?/]", re.sub(r"(?s)<!\[CDATA\[.*?\]\]>|<!DOCTYPE.*?\]>", "", document))))
        lines.append(json.dumps({"document": document, "forms": list(forms(document, count))}, ensure_ascii=True))
    pathlib.Path(__file__).with_name("libxml2.jsonl").write_text("\n".join(lines) + "\n", encoding="ascii")


main()
