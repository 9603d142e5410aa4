"""Writes cpython.jsonl: documents, and what xml.etree.ElementTree.canonicalize makes of them with its options. Run it with Python 3.11: python3 cpython.py"""

import json
import pathlib
import re
from xml.etree.ElementTree import canonicalize

import documents

EXTENDED = [
    ("<a xmlns:p='urn:p' xmlns:q='urn:q'><p:b>q:c</p:b><c t='q:x' u='p:y'>q:c</c></a>",
     [{"qname_aware_tags": ["{urn:p}b"]}, {"qname_aware_tags": ["{urn:p}b"], "rewrite_prefixes": True}, {"qname_aware_attrs": ["t"]},
      {"qname_aware_attrs": ["t", "u"], "rewrite_prefixes": True}, {"qname_aware_tags": ["{urn:p}b", "c"], "strip_text": True}]),
    ("<p:a xmlns:p='urn:p' xmlns:x='urn:x' x:t='p:v'><p:b>no name</p:b><p:b>x:name<!--c--></p:b><p:b x:t='12.30'>x:a<d/></p:b></p:a>",
     [{"qname_aware_tags": ["{urn:p}b"]}, {"qname_aware_tags": ["{urn:p}b"], "with_comments": True}, {"qname_aware_attrs": ["{urn:x}t"]},
      {"qname_aware_attrs": ["{urn:x}t"], "rewrite_prefixes": True}]),
    ("<r xmlns:x='urn:x'>\n <a x:t='1' u='2'>\n  <b>t</b>\n </a> <b>u</b> <x:d>v</x:d>w </r>",
     [{"exclude_tags": ["a"]}, {"exclude_tags": ["b", "{urn:x}d"], "strip_text": True}, {"exclude_attrs": ["u", "{urn:x}t"]}, {"exclude_attrs": ["{urn:x}t"], "exclude_tags": ["b"]}]),
    ("<r> a <b xml:space='preserve'> c <d xml:space='default'> e </d> f </b> g <!-- h --> i <![CDATA[ j ]]> k <?l m?> n </r>",
     [{"strip_text": True}, {"strip_text": True, "with_comments": True}, {"strip_text": True, "exclude_attrs": ["{http://www.w3.org/XML/1998/namespace}space"]}]),
    ("<r xmlns='relative'><a xmlns=''/></r>", [{}, {"rewrite_prefixes": True}]),
]

OPTIONS = [{}, {"with_comments": True}, {"strip_text": True}]
REWRITING = [{"rewrite_prefixes": True}, {"strip_text": True, "rewrite_prefixes": True}]


def fixed(document):
    """Each prefix means one namespace, and there is no default one: Python does not know which prefix a name had. It sorts names after "{", too, so local parts are ASCII."""
    document = re.sub(r" xmlns='[^']*'", "", document).replace("\u00e9", "y")
    return re.sub(r"xmlns:([^=]*)='[^']*'", lambda found: f"xmlns:{found[1]}='urn:{found[1].replace(chr(252), 'u')}'", document)


def wrapped(document):
    """The root element is in no namespace, so that one has its prefix: Python gives it one, too, where there is no more than an attribute without a prefix, though that uses none."""
    return "<w>" + re.sub(r"<\?xml .*?\?>", "", document) + "</w>"


def main():
    lines = []
    given = list(EXTENDED)
    for document in map(fixed, documents.random_documents(3, 40)):
        given += [(document, OPTIONS), (wrapped(document), REWRITING)]
    for document, options in given:
        forms = [{"options": one, "expected": canonicalize(document, **one)} for one in options]
        lines.append(json.dumps({"document": document, "forms": forms}))
    pathlib.Path(__file__).with_name("cpython.jsonl").write_text("\n".join(lines) + "\n", encoding="ascii")


main()
