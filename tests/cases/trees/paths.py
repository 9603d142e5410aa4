"""Writes paths.tsv: what CPython's ElementTree finds in paths.xml. Run it in this folder: python3 paths.py > paths.tsv

The implementation in Python is asked: the one in C differs from it, and from its documentation, in taking comments for text.
"""
import sys
sys.modules["_elementtree"] = None
import xml.etree.ElementTree as ET

NAMESPACES = {"p": "urn:p", "": "urn:d", "none": ""}
PATHS = """
a|b|c|x|*|.|..|./.|r|a/b|a/*|*/b|a/a/b|a/a/a/b|./a|./a/./b|a/..|a/b/..|a/b/../..|a/a/../b|a/|a//|.//|c.d-e_f
.//b|.//*|.//a|.//a/b|.//a//b|.//a//a|a//b|a//a//b|*//b|.//b/..|.//b/../b|.//c/../..|.//a/../a|.//nothing|nothing//b|.//a//a//b|a//b/..//b
{urn:p}b|{urn:d}e|{*}b|{*}e|{urn:d}*|{urn:p}*|{*}*|{}b|{}*|.//{urn:p}e|.//{*}b|.//{urn:d}*|.//{}b|.//{*}*|{urn:d}d/{urn:d}e|{urn:d}d/{*}*|.//{urn:nothing}b
a[@x]|a[@y]|.//*[@x]|.//*[@y]|.//*[@y='']|a[@x='1']|a[@x="1"]|a[@x!='1']|.//*[@x!='1']|.//*[@{urn:p}x]|.//*[@{urn:p}x='1']|a[@x='1']/b|.//b[@x='2']/c|a[@x][@n='6']|*[@n='16']
a[b]|a[c]|.//*[b]|.//*[a]|.//a[b]|.//*[{urn:p}b]|.//*[{urn:d}e]|a[b][a]|a[a]/b
a[b='two']|a[b='three']|.//*[b='two']|a[b!='two']|.//*[b!='two']|.//a[b='x']|a[c='r']|.//*[c='r']|.//*[b='']
.//*[.='two']|.//*[.='three']|.//b[.!='two']|.//b[.='']|.//*[.="'"]|*[.='one']|.//*[.='']|a[.='onetwothreefour']
a[1]|a[2]|a[3]|a[4]|b[1]|.//a[1]|.//b[1]|.//b[2]|a[last()]|b[last()]|a[last()-1]|a[last()-2]|a[last()-3]|.//b[last()]|.//b[last()-1]|.//a[1]/b[1]|a[@x='1'][2]|a[@x='1'][3]|a[2][@x='2']
a[ @x ]|a[ @x = '1' ]|a[ 2 ]|.[@n]|.[a]|a/.[@x='1']|.//b/.[.='two']
""".replace("\n", "|").split("|")
WITH_NAMESPACES = "p:b|d|e|.//p:e|.//e|d/e|d/p:e|.//*[@p:x]|.//*[@x]|*[e]|.//*[p:b]|none:b|none:a/none:b|.//none:a[none:b='two']|{}b|{urn:p}b".split("|")
ERRORS = ("/a|//a|a/b(|a[|a[]|a[0]|a[-1]|a[1|a[last]()|a[first()]|a[last()+1]|a[last()-]|a[@x=1]|a[text()]|a[b/c]|a[1][|p:a|.//p:a|a[.]x|a[@]"
          "|a[@x='1' and @y]|a[b='1|a[last()-0]|.//.|.//..|a[..]|a[*]|a[@x=']").split("|")


def ids(found):
    return " ".join("!" if e.tag is ET.Comment else "?" if e.tag is ET.PI else e.get("n") for e in found)


root = ET.parse("paths.xml", ET.XMLParser(target=ET.TreeBuilder(insert_comments=True, insert_pis=True))).getroot()
for path in PATHS:
    if path:
        print("plain", path, ids(root.findall(path)), sep="\t")
for path in WITH_NAMESPACES:
    print("namespaces", path, ids(root.findall(path, NAMESPACES)), sep="\t")
for path in ERRORS:
    try:
        result = "finds " + ids(root.findall(path))
    except (SyntaxError, IndexError, TypeError, KeyError) as error:
        result = type(error).__name__
    print("error", path, result, sep="\t")
