"""Writes documents.jsonl: the documents that every tool converts, a JSON string a line.

    python3 documents.py > documents.jsonl
"""
import json
import random

NAMES = ["a", "b", "c", "item", "p:d", "long-name.x"]
TEXTS = ["t", "two words", "1", "0", "-1.5", "007", "1.10", "true", "false", "null", "é😀", "a&amp;b", "&lt;", "\"q\"", "12345678901234567890", "1e5", "x"]
SPACES = [" ", "\n  ", "\t"]
BY_HAND = [
    "<a/>", "<a></a>", "<a> </a>", "<a>t</a>", '<a x="1"/>', '<a x="1">t</a>', '<a x="1"> t </a>', "<a><b/></a>", "<a><b>1</b><c/><b>2</b></a>", "<a>t1<b/>t2</a>", "<a>t1 <b/> t2</a>",
    "<a><b>1</b><b>2</b></a>", "<a><![CDATA[x]]>y<![CDATA[z]]></a>", "<a><![CDATA[ x ]]></a>", "<a><![CDATA[]]></a>", "<a><!--c1--><b/><!--c2--></a>",
    '<?xml version="1.0" encoding="utf-8"?><a/>', '<a xmlns="urn:u" xmlns:p="urn:v"><p:b p:x="1"/></a>', "<a>\n  <b>x</b>\n  <c/>\n</a>", '<a x=""><b y=""/></a>', "<a> <b/> </a>",
    "<a>x &amp; &lt;y&gt; z</a>", "<a> x y </a>", '<a><b x="1"/><b>t</b></a>', "<a><!--1--><!--2-->t</a>", "<a>x<!--1-->y</a>", "<a>x<?p d?>y</a>", "<a><b> </b></a>",
    "<a><b>007</b><c>1.10</c><d>12345678901234567890</d><e>1e5</e><f>0x1F</f><g>true</g><h>-1.5</h><i>+1</i><j>NaN</j><l>1.</l><m>.5</m><n>null</n><o>1,000</o></a>",
    '<a x="007" y="1" z="true"/>', "<r><x><a>1</a><b/><a>2</a></x><y/><x/></r>", "<p>one <b>two</b> three <b>four</b></p>", "<p>one<b>two</b> <i>three</i> four</p>",
    "<a>\n<b>1</b>\ntext\n<b>2</b>\n</a>", "<a><b><c><d><e>deep</e></d></c></b></a>", '<a id="1" b="2">t</a>', '<a b="1"><b>2</b></a>', "<a>l&#13;</a>", "<a><b/><b/><b/></a>",
    "<a><constructor>1</constructor><toString/></a>", "<a> <![CDATA[x]]> </a>", "<a><![CDATA[1]]></a>", '<a x=" 1 "> 1 </a>', "<a>5</a>", "<a>-0</a>", "<a>0.1</a>", "<a>100000000000000</a>", "<a>0.00001</a>",
    "<?p d?><a/>", "<?p?><a/>", '<?p d?><?p e?><?q f="1"?><a/>', "<a><?p d?><b/><?p e?>t<?q?></a>", '<?xml-stylesheet type="text/xsl" href="a.xsl"?><a/>', '<a><?p x="1" y="2"?></a>', "<a/><?p d?>",
    "<!DOCTYPE a><a/>", '<!DOCTYPE a SYSTEM "a.dtd"><a/>', '<!DOCTYPE a PUBLIC "-//x" "a.dtd"><a/>', "<!DOCTYPE a [<!ELEMENT a ANY>]><a/>", '<!DOCTYPE a SYSTEM "a.dtd" [<!ELEMENT a ANY>]><a/>',
    "<!DOCTYPE a SYSTEM 'a\"b'><a/>", "<!DOCTYPE  a ><a/>", '<?xml version="1.0" standalone="yes"?><!--c--><!DOCTYPE a><?p d?><a/><!--d-->', "<a><!----></a>",
]


def text(rng):
    return rng.choice(SPACES) * rng.randint(0, 1) + rng.choice(TEXTS) + rng.choice(SPACES) * rng.randint(0, 1)


def element(rng, depth, root=False):
    name = rng.choice(NAMES[:4] if root else NAMES)
    attributes = "".join(f' {key}="{rng.choice(TEXTS[:11])}"'.replace('""q""', '"q"') for key in rng.sample(["x", "y", "p:z"], rng.choice([0, 0, 1, 2])))
    if root:
        attributes += ' xmlns:p="urn:p"'
    kind = rng.random()
    if depth == 0 or kind < 0.3:
        content = rng.choice(["", text(rng), text(rng)])
    elif kind < 0.45:
        content = "".join(rng.choice([text(rng), element(rng, depth - 1), f"<![CDATA[{rng.choice(['x', '<y>', ' z '])}]]>"]) for _ in range(rng.randint(1, 4)))
    else:
        space = rng.choice(["", "\n  "])
        content = "".join(space + element(rng, depth - 1) for _ in range(rng.randint(1, 4))) + space
    return f"<{name}{attributes}>{content}</{name}>" if content else f"<{name}{attributes}/>"


if __name__ == "__main__":
    rng = random.Random(20261123)
    for document in BY_HAND + [element(rng, 3, root=True) for _ in range(400)]:
        print(json.dumps(document, ensure_ascii=False))
