"""Documents to canonicalize: some that say what they are about, and random ones from a fixed seed."""

import random

GIVEN = [
    "<a/>",
    "<?xml version='1.0'?>\n<!-- before --><?p  d ?>\n<a><!-- in --></a>\n<?q?><!-- behind -->\n",
    "<a xmlns='urn:a'><b xmlns=''><c xmlns=''/></b></a>",
    "<a><b xmlns=''/></a>",
    "<p:a xmlns:p='urn:a'><p:b xmlns:p='urn:a'/><p:b xmlns:p='urn:b'><p:c xmlns:p='urn:a'/></p:b></p:a>",
    "<a xmlns:q='urn:q' xmlns:p='urn:p' xmlns='urn:d'><p:b q:y='1' p:x='2' z='3' a='4' xmlns:r='urn:r'/></a>",
    "<a xmlns:x='urn:1' xmlns:y='urn:0' x:b='1' y:c='2' b='3' x:a='4' xml:lang='en'/>",
    "<a xmlns:\u00e9='urn:e' xmlns:z='urn:e' \u00e9:b='1' z:c='2' \U00010400='3' \ufdf0='4'/>",
    "<a b='&#9;&#10;&#13; &quot;&apos;&lt;&gt;&amp;\t\r\n'>&#9;&#10;&#13; &quot;'&lt;&gt;&amp;\t\r\n</a>",
    "<a>x<![CDATA[<&>]]>y<![CDATA[]]>z</a>",
    "<!DOCTYPE a [<!ATTLIST a b CDATA 'd' i ID #IMPLIED xmlns:p CDATA 'urn:p'><!ENTITY e '<b/>&#38;amp;'>]><a i='  x  y '>&e;</a>",
    "<a xmlns:xml='http://www.w3.org/XML/1998/namespace' xml:space='preserve'> <b xml:lang='x'/> </a>",
    "<a xml:base='http://h/a/b/c' xml:lang='en' xml:id='i'><b xml:base='../d/' xml:space='preserve'><c xml:base='e?q#f'><d/></c></b><b xml:id='j'/></a>",
    "<a xml:base='foo/bar'><b xml:base='..'><c xml:base='..'><d xml:base='x'/></c></b></a>",
    "<a xml:base='../..'><b xml:base='../x/./y'><c xml:base='//h//p'><d xml:base='/q//r/'><e xml:base='..'/></d></c></b></a>",
    "<a xml:base='abc/'><b xml:base='../'><c/></b></a>",
    "<n0:a xmlns:n0='a:b' xmlns:n3='b:c'><n3:b xmlns:n1='c:d' n1:x=''/></n0:a>",
]

URIS = ["urn:a", "urn:b", "http://c/%C3%A9", "urn:a?x=1;y=%22"]
PREFIXES = ["", "p", "q", "r", "\u00fc"]
NAMES = ["a", "b", "c.d", "_e", "\u00e9", "z-1"]
TEXTS = ["t", " ", "\n  ", "&amp;", "&lt;", "&gt;", "&#13;", "\"'", "\u20ac\U0001f600", "<![CDATA[<x>]]>", "<!--c-->", "<?i d?>", "<?j?>", "\t"]
VALUES = ["", "v", " v  w ", "&#9;", "&#10;", "&#13;", "&quot;", "&lt;&amp;>", "\u20ac\U0001f600"]
BASES = ["http://h/a/b", "c/d", "../e/", "/f", "..", ".", "g/../h", "?q", "//i/j", "k/l"]


def element(chance, depth, scope, with_base):
    scope = dict(scope)
    declared = {}
    for prefix in PREFIXES:
        if chance.random() < (0.6 if depth == 0 else 0.15):
            declared[prefix] = chance.choice(URIS + [""] if prefix == "" else URIS)
    scope.update(declared)
    prefixes = [p for p in scope if p != ""]
    name = chance.choice(NAMES)
    prefix = chance.choice(prefixes + ["", ""])
    tag = f"{prefix}:{name}" if prefix else name
    parts = [f"xmlns:{p}='{u}'" if p else f"xmlns='{u}'" for p, u in declared.items()]
    seen = set()
    for _ in range(chance.randrange(4)):
        local = chance.choice(NAMES)
        prefix = chance.choice(prefixes + [""])
        key = (scope[prefix] if prefix else "", local)
        if key not in seen:
            seen.add(key)
            parts.append(f"{prefix}:{local}='{chance.choice(VALUES)}'" if prefix else f"{local}='{chance.choice(VALUES)}'")
    for local, values in (("lang", ["en", ""]), ("space", ["preserve", "default"]), ("id", ["i1"]), ("base", BASES if with_base else [])):
        if values and chance.random() < 0.15:
            parts.append(f"xml:{local}='{chance.choice(values)}'")
    chance.shuffle(parts)
    inside = "".join(
        element(chance, depth + 1, scope, with_base) if depth < 4 and chance.random() < 0.5 else chance.choice(TEXTS)
        for _ in range(chance.randrange(5)))
    start = " ".join([tag] + parts)
    return f"<{start}>{inside}</{tag}>" if inside or chance.random() < 0.5 else f"<{start}/>"


def random_documents(seed, count, with_base=True):
    chance = random.Random(seed)
    for _ in range(count):
        before = chance.choice(["", "<!--before-->", "<?i d?>\n<!--b-->", "<?xml version='1.0'?>\n"])
        behind = chance.choice(["", "<!--behind-->", "\n<?i d?><?j?>"])
        yield before + element(chance, 0, {}, with_base) + behind
