"""Writes minidom.tsv: what CPython's minidom answers. Run it in this folder, with Python 3.11: python3 minidom.py > minidom.tsv

A case is a document and a program in the part of Python that MinidomProgram.cs reads, too: statements with ; between them, each an assignment or an expression whose value is the answer.
A line has the name of the case, the document, the program, and the answers, which are JSON strings. Names begin with the member of minidom that the case is about; those with "random" are
sequences of changes, made from a fixed seed.
"""
import json
import random
import xml.dom
from xml.dom import minidom

R = "<r a='1' b='2'>t<x c='3'>u<y/></x><!--n--><?p d?><![CDATA[s]]></r>"
N = "<r xmlns='urn:d' xmlns:p='urn:p' p:a='1' a='2'><p:x/><x xmlns=''/><y/></r>"

CASES = [line for line in """
parseString|<r/>|doc.nodeType; doc.documentElement.nodeName
Node.nodeType|R|r.nodeType; r.childNodes[0].nodeType; r.childNodes[2].nodeType; r.childNodes[3].nodeType; r.childNodes[4].nodeType; doc.nodeType; r.attributes['a'].nodeType; doc.createDocumentFragment().nodeType
Node.nodeName|R|r.nodeName; r.childNodes[0].nodeName; r.childNodes[2].nodeName; r.childNodes[3].nodeName; r.childNodes[4].nodeName; doc.nodeName; r.attributes['a'].nodeName; doc.createDocumentFragment().nodeName
Node.nodeValue|R|r.nodeValue; r.childNodes[0].nodeValue; r.childNodes[2].nodeValue; r.childNodes[3].nodeValue; r.childNodes[4].nodeValue; doc.nodeValue; r.attributes['a'].nodeValue
Node.parentNode|R|r.parentNode; r.firstChild.parentNode; doc.parentNode; doc.createElement('z').parentNode; r.attributes['a'].parentNode
Node.childNodes|R|len(r.childNodes); r.childNodes[1]; r.childNodes.item(1); r.childNodes.item(9); r.childNodes.length; r.childNodes[9]; len(r.firstChild.childNodes)
Node.firstChild|R|r.firstChild; r.childNodes[1].firstChild; r.firstChild.firstChild; doc.firstChild
Node.lastChild|R|r.lastChild; r.firstChild.lastChild; doc.lastChild
Node.nextSibling|R|r.firstChild.nextSibling; r.lastChild.nextSibling; r.nextSibling
Node.previousSibling|R|r.lastChild.previousSibling; r.firstChild.previousSibling; r.previousSibling
Node.ownerDocument|R|r.ownerDocument; r.firstChild.ownerDocument; r.attributes['a'].ownerDocument
Node.ownerDocument of a document|R|doc.ownerDocument
Node.attributes|R|r.attributes.length; len(r.attributes); r.attributes.item(0); r.attributes.item(5); r.attributes['b']; r.attributes['z']
Node.attributes of a text|R|r.firstChild.attributes
Node.hasChildNodes|R|r.hasChildNodes(); r.firstChild.hasChildNodes(); doc.hasChildNodes()
Node.hasAttributes|R|r.hasAttributes(); r.childNodes[1].firstChild.nextSibling.hasAttributes()
Node.localName|N|r.localName; r.firstChild.localName; r.attributes['p:a'].localName; doc.createTextNode('t').localName
Node.prefix|N|r.prefix; r.firstChild.prefix; r.attributes['p:a'].prefix; doc.createTextNode('t').prefix
Node.prefix set|N|a = r.attributes['p:a']; a.prefix = 'q'; a.nodeName; a.prefix; a.namespaceURI
Node.namespaceURI|N|r.namespaceURI; r.firstChild.namespaceURI; r.childNodes[1].namespaceURI; r.attributes['p:a'].namespaceURI; r.attributes['a'].namespaceURI; r.attributes['xmlns:p'].namespaceURI
Node.namespaceURI of no namespace|<r/>|r.namespaceURI
Node.appendChild|R|z = doc.createElement('z'); r.appendChild(z); r.appendChild(r.firstChild); r.toxml(); z.nextSibling; z.previousSibling; r.childNodes[3].appendChild(z); doc.appendChild(z)
Node.appendChild under itself|R|r.childNodes[1].appendChild(doc); r.appendChild(doc.createAttribute('z'))
Node.insertBefore|R|z = doc.createElement('z'); r.insertBefore(z, r.firstChild); r.insertBefore(r.lastChild, z); r.insertBefore(doc.createComment('e'), None); r.toxml(); r.insertBefore(z, doc)
Node.insertBefore of a fragment|R|f = doc.createDocumentFragment(); f.appendChild(doc.createElement('f')); f.appendChild(doc.createTextNode('g')); r.insertBefore(f, r.firstChild); r.toxml(); len(f.childNodes); r.appendChild(f); r.toxml()
Node.replaceChild|R|z = doc.createElement('z'); r.replaceChild(z, r.firstChild); r.toxml(); r.replaceChild(r.lastChild, z); r.toxml(); z.parentNode; r.replaceChild(z, doc)
Node.replaceChild by itself|R|r.replaceChild(r.firstChild, r.firstChild)
Node.replaceChild by a fragment|R|f = doc.createDocumentFragment(); f.appendChild(doc.createElement('f')); f.appendChild(doc.createTextNode('g')); o = r.firstChild; r.replaceChild(f, o); r.toxml(); o.parentNode
Node.removeChild|R|t = r.firstChild; r.removeChild(t); t.parentNode; t.nextSibling; t.data; r.removeChild(t); r.firstChild; r.firstChild.previousSibling
Node.cloneNode|R|c = r.cloneNode(True); c.toxml(); r.cloneNode(False).toxml(); c.parentNode; c.ownerDocument; r.firstChild.cloneNode(False); r.attributes['a'].cloneNode(True)
Node.cloneNode of a document|R|d = doc.cloneNode(True); d.documentElement.toxml(); d.documentElement.isSameNode(r)
Node.normalize|R|r.insertBefore(doc.createTextNode('1'), r.firstChild); r.insertBefore(doc.createTextNode(''), r.firstChild); r.appendChild(doc.createTextNode('2')); r.appendChild(doc.createTextNode('')); r.normalize(); r.toxml(); len(r.childNodes); r.firstChild.data
Node.isSameNode|R|r.isSameNode(r); r.isSameNode(doc); r.isSameNode(doc.documentElement)
Node.toxml|R|r.toxml(); r.childNodes[1].toxml(); r.firstChild.toxml(); r.childNodes[2].toxml(); r.childNodes[3].toxml(); r.childNodes[4].toxml()
Node.toxml of a document|R|doc.toxml()
Node.toxml escapes|<r/>|r.setAttribute('a', '<&>'); r.appendChild(doc.createTextNode('<&>')); r.toxml()
Node.toxml of quotes|<r/>|r.setAttribute('a', '\\"'); r.appendChild(doc.createTextNode('\\"')); r.toxml()
Node.toxml of line ends in values|<r/>|r.setAttribute('a', 'x\\ny\\tz'); r.toxml()
Node.toxml without a declaration|<r/>|r.appendChild(doc.createElementNS('urn:n', 'n:e')).toxml()
Node.toxml of empty data|<r/>|doc.createProcessingInstruction('p', '').toxml()
Node.toprettyxml|<r><a/><b>t</b><!--c--></r>|r.toprettyxml()
Node.toprettyxml of mixed content|<r>t<a/></r>|r.toprettyxml()
NodeList|R|list = doc.getElementsByTagName('*'); len(list); list[0]; list[-1]; list.length; list.item(1); list.item(-1)
Document.documentElement|R|doc.documentElement; doc.documentElement.tagName
Document.documentElement where there is none|R|doc.removeChild(r); doc.documentElement
Document.doctype|<!DOCTYPE r PUBLIC 'p' 's' [<!ENTITY e 'x'>]><r/>|doc.doctype.name; doc.doctype.publicId; doc.doctype.systemId; doc.doctype.internalSubset; doc.doctype.nodeType
Document.doctype where there is none|<r/>|doc.doctype
Document.createElement|<r/>|e = doc.createElement('e'); e; e.tagName; e.parentNode; e.ownerDocument; len(e.childNodes)
Document.createElement of no name|<r/>|doc.createElement('1')
Document.createElementNS|<r/>|e = doc.createElementNS('urn:n', 'n:e'); e.tagName; e.namespaceURI; e.prefix; e.localName; doc.createElementNS(None, 'e').namespaceURI
Document.createTextNode|<r/>|doc.createTextNode('t'); doc.createTextNode('')
Document.createComment|<r/>|doc.createComment('c')
Document.createComment of two hyphens|<r/>|doc.createComment('--').toxml()
Document.createCDATASection|<r/>|doc.createCDATASection('c')
Document.createCDATASection of its end|<r/>|doc.createCDATASection(']]>').toxml()
Document.createProcessingInstruction|<r/>|p = doc.createProcessingInstruction('p', 'd'); p.target; p.data; p.nodeName; p.nodeValue
Document.createAttribute|<r/>|a = doc.createAttribute('a'); a; a.value; a.ownerElement; a.value = 'v'; r.setAttributeNode(a); r.toxml()
Document.createAttributeNS|<r/>|a = doc.createAttributeNS('urn:n', 'n:a'); a.localName; a.namespaceURI; a.prefix
Document.createDocumentFragment|<r/>|doc.createDocumentFragment(); len(doc.createDocumentFragment().childNodes)
Document.getElementById|R|doc.getElementById('1'); r.setIdAttribute('a'); doc.getElementById('1'); r.attributes['a'].isId; r.attributes['b'].isId
Document.getElementsByTagName|R|doc.getElementsByTagName('y'); doc.getElementsByTagName('*'); doc.getElementsByTagName('z'); r.getElementsByTagName('r')
Document.getElementsByTagNameNS|N|doc.getElementsByTagNameNS('urn:d', '*'); doc.getElementsByTagNameNS('*', 'x'); doc.getElementsByTagNameNS('urn:p', 'x'); doc.getElementsByTagNameNS('urn:n', 'x')
Document.getElementsByTagNameNS of no namespace|N|doc.getElementsByTagNameNS(None, 'x')
Document.importNode|R|i = doc.importNode(r, True); i.isSameNode(r); i.toxml(); doc.importNode(r, False).toxml(); doc.importNode(doc, True)
Document.renameNode|R|doc.renameNode(r, 'urn:n', 'n:r'); r.tagName; r.localName; r.namespaceURI; a = r.attributes['a']; doc.renameNode(a, None, 'z'); r.getAttribute('z'); r.hasAttribute('a'); doc.renameNode(r.firstChild, None, 'z')
Document.appendChild|R|doc.appendChild(doc.createComment('c')); doc.lastChild; doc.appendChild(doc.createElement('z')); doc.appendChild(doc.createTextNode('z'))
Document.removeChild|R|doc.removeChild(r); doc.hasChildNodes(); r.parentNode
Element.tagName|N|r.tagName; r.firstChild.tagName
Element.getAttribute|R|r.getAttribute('a'); r.getAttribute('z')
Element.getAttributeNS|N|r.getAttributeNS('urn:p', 'a'); r.getAttributeNS('urn:x', 'a'); r.getAttributeNS(None, 'a')
Element.getAttributeNode|R|r.getAttributeNode('a'); r.getAttributeNode('z')
Element.getAttributeNodeNS|N|r.getAttributeNodeNS('urn:p', 'a'); r.getAttributeNodeNS(None, 'z')
Element.setAttribute|R|r.setAttribute('a', 'new'); r.setAttribute('z', 'last'); r.getAttribute('a'); r.attributes.length; r.toxml()
Element.setAttributeNS|N|r.setAttributeNS('urn:p', 'q:a', 'new'); r.getAttributeNS('urn:p', 'a'); r.attributes.length; r.getAttributeNodeNS('urn:p', 'a').nodeName
Element.setAttributeNode|R|n = doc.createAttribute('a'); o = r.setAttributeNode(n); o.ownerElement; n.ownerElement; r.childNodes[1].setAttributeNode(n); r.setAttributeNode(doc.createAttribute('z'))
Element.setAttributeNodeNS|N|n = doc.createAttributeNS('urn:p', 'q:a'); o = r.setAttributeNodeNS(n); n.ownerElement
Element.removeAttribute|R|r.removeAttribute('a'); r.hasAttribute('a'); r.toxml()
Element.removeAttribute of none|R|r.removeAttribute('z')
Element.removeAttributeNS|N|r.removeAttributeNS('urn:p', 'a'); r.hasAttributeNS('urn:p', 'a'); r.hasAttribute('a')
Element.removeAttributeNode|R|a = r.attributes['a']; r.removeAttributeNode(a); a.ownerElement; r.hasAttribute('a'); r.removeAttributeNode(a)
Element.hasAttribute|R|r.hasAttribute('a'); r.hasAttribute('z')
Element.hasAttributeNS|N|r.hasAttributeNS('urn:p', 'a'); r.hasAttributeNS('urn:p', 'z')
Element.getElementsByTagName|R|r.getElementsByTagName('y'); r.getElementsByTagName('*')
Element.getElementsByTagNameNS|N|r.getElementsByTagNameNS('*', '*')
Element.setIdAttribute|R|r.setIdAttribute('a'); r.setIdAttribute('z')
Element.setIdAttributeNS|N|r.setIdAttributeNS('urn:p', 'a'); doc.getElementById('1')
Element.setIdAttributeNode|R|r.setIdAttributeNode(r.attributes['b']); doc.getElementById('2')
Attr.name|N|r.attributes['p:a'].name; r.attributes['a'].name
Attr.value|R|a = r.attributes['a']; a.value; a.value = 'v'; r.getAttribute('a'); a.nodeValue = 'w'; a.value
Attr.ownerElement|R|r.attributes['a'].ownerElement
Attr.specified|R|r.attributes['a'].specified
NamedNodeMap.item|R|r.attributes.item(0); r.attributes.item(1); r.attributes.item(2)
NamedNodeMap.getNamedItem|R|r.attributes.getNamedItem('a'); r.attributes.getNamedItem('z')
NamedNodeMap.getNamedItemNS|N|r.attributes.getNamedItemNS('urn:p', 'a'); r.attributes.getNamedItemNS(None, 'z')
NamedNodeMap.setNamedItem|R|n = doc.createAttribute('a'); r.attributes.setNamedItem(n); r.attributes['a'].isSameNode(n); r.attributes.setNamedItem(doc.createAttribute('z'))
NamedNodeMap.setNamedItemNS|N|n = doc.createAttributeNS('urn:p', 'p:a'); r.attributes.setNamedItemNS(n); r.getAttributeNodeNS('urn:p', 'a').isSameNode(n)
NamedNodeMap.removeNamedItem|R|r.attributes.removeNamedItem('a'); r.hasAttribute('a'); r.attributes.removeNamedItem('a')
NamedNodeMap.removeNamedItemNS|N|r.attributes.removeNamedItemNS('urn:p', 'a'); r.hasAttributeNS('urn:p', 'a'); r.attributes.removeNamedItemNS('urn:p', 'a')
NamedNodeMap.length|R|r.attributes.length; len(r.attributes)
CharacterData.data|R|t = r.firstChild; t.data; t.data = 'new'; t.nodeValue; r.childNodes[2].data; r.childNodes[4].data
CharacterData.length|R|r.firstChild.length; len(r.childNodes[2])
CharacterData.substringData|<r>abcdef</r>|t = r.firstChild; t.substringData(1, 3); t.substringData(4, 9); t.substringData(7, 1); t.substringData(-1, 1); t.substringData(0, -1)
CharacterData.substringData at the end|<r>abc</r>|r.firstChild.substringData(3, 1)
CharacterData.appendData|<r>abc</r>|t = r.firstChild; t.appendData('d'); t.data; t.appendData(''); t.data
CharacterData.insertData|<r>abc</r>|t = r.firstChild; t.insertData(1, 'x'); t.insertData(0, 'y'); t.data; t.insertData(9, 'z')
CharacterData.deleteData|<r>abcdef</r>|t = r.firstChild; t.deleteData(1, 2); t.data; t.deleteData(2, 9); t.data; t.deleteData(9, 1)
CharacterData.replaceData|<r>abcdef</r>|t = r.firstChild; t.replaceData(1, 2, 'xyz'); t.data; t.replaceData(9, 1, '')
CharacterData.replaceData of nothing|<r>abc</r>|t = r.firstChild; t.replaceData(1, 0, 'x'); t.data
Text.splitText|<r>abcdef</r>|t = r.firstChild; s = t.splitText(2); t.data; s.data; t.nextSibling.isSameNode(s); s.splitText(4); len(r.childNodes); t.splitText(9); doc.createTextNode('xy').splitText(1)
Text.wholeText|<r>a<![CDATA[b]]>c<x/>d</r>|r.firstChild.wholeText; r.childNodes[1].wholeText; r.childNodes[2].wholeText; r.lastChild.wholeText
Text.replaceWholeText|<r>a<![CDATA[b]]>c<x/>d</r>|s = r.childNodes[1]; s.replaceWholeText('new').isSameNode(s); r.toxml(); s.replaceWholeText(''); r.toxml()
Text.isWhitespaceInElementContent|<r> <x/></r>|r.firstChild.isWhitespaceInElementContent
Comment|R|c = r.childNodes[2]; c.data; c.data = 'm'; c.toxml()
CDATASection|R|s = r.childNodes[4]; s.data; s.data = 'm'; s.toxml(); s.splitText(0).nodeType
ProcessingInstruction.target|R|r.childNodes[3].target
ProcessingInstruction.data|R|p = r.childNodes[3]; p.data; p.data = 'e'; p.toxml()
DocumentType.name|<!DOCTYPE r><r/>|doc.doctype.name; doc.doctype.nodeName
DocumentType.publicId|<!DOCTYPE r><r/>|doc.doctype.publicId
DocumentType.systemId|<!DOCTYPE r SYSTEM 's'><r/>|doc.doctype.systemId
DocumentType.internalSubset|<!DOCTYPE r [<!ELEMENT r ANY>]><r/>|doc.doctype.internalSubset
DocumentFragment|<r/>|f = doc.createDocumentFragment(); f.appendChild(doc.createTextNode('t')); f.appendChild(doc.createElement('e')); len(f.childNodes); f.cloneNode(True).childNodes.length; f.appendChild(doc)
""".strip("\n").split("\n")]


def show(value):
    if value is None or isinstance(value, (bool, int)):
        return str(value)
    if isinstance(value, str):
        return "'" + value + "'"
    if isinstance(value, list):
        return "[" + ", ".join(show(item) for item in value) + "]"
    if value.nodeType == value.DOCUMENT_NODE:
        return "document"
    return f"{value.nodeType} {value.nodeName} {value.nodeValue}"


def run(document, program):
    doc = minidom.parseString(document)
    names = {"doc": doc, "r": doc.documentElement, "len": len}
    answers = []
    for statement in program.split("; "):
        try:
            try:
                value = eval(statement, names)
            except SyntaxError:
                exec(statement, names)
                continue
            answers.append(show(value))
        except (xml.dom.DOMException, KeyError, IndexError, ValueError, TypeError, AttributeError) as error:
            answers.append("!" + type(error).__name__)
    return answers


def make_random(random):
    """Only what is allowed, and what both have: nothing is put under itself, or beside the root element."""
    program = []
    document = minidom.parseString(R)
    names = {"doc": document, "r": document.documentElement}

    def say(statement):
        program.append(statement)
        exec(statement, names)

    def path(node):
        steps = []
        while node is not document.documentElement:
            siblings = node.parentNode.childNodes
            steps.append(f".childNodes[{next(i for i, other in enumerate(siblings) if other is node)}]")
            node = node.parentNode
        return "r" + "".join(reversed(steps))

    def nodes(node):
        yield node
        for child in node.childNodes:
            yield from nodes(child)

    def make(i):
        return random.choice([f"doc.createElement('e{i}')", f"doc.createTextNode('t{i}')", f"doc.createTextNode('')", f"doc.createComment('c{i}')", f"doc.createCDATASection('s{i}')",
                              f"doc.createProcessingInstruction('p{i}', 'd')"])

    for i in range(random.randint(4, 14)):
        everything = list(nodes(document.documentElement))
        elements = [node for node in everything if node.nodeType == node.ELEMENT_NODE]
        texts = [node for node in everything if node.nodeType in (node.TEXT_NODE, node.CDATA_SECTION_NODE)]
        others = everything[1:]
        element, other = random.choice(elements), random.choice(others) if others else None
        inside = other is not None and element in list(nodes(other))
        operation = random.randrange(13)
        if operation == 0:
            say(f"{path(element)}.appendChild({make(i)})")
        elif operation == 1 and other:
            say(f"{path(other.parentNode)}.insertBefore({make(i)}, {path(other)})")
        elif operation == 2 and other and not inside:
            say(f"{path(element)}.appendChild({path(other)})")
        elif operation == 3 and other and element.childNodes and not inside:
            before = random.choice(element.childNodes)
            if before is not other:
                say(f"{path(element)}.insertBefore({path(other)}, {path(before)})")
        elif operation == 4 and other:
            say(f"{path(other.parentNode)}.removeChild({path(other)})")
        elif operation == 5 and other:
            say(f"{path(other.parentNode)}.replaceChild({make(i)}, {path(other)})")
        elif operation == 6:
            say(f"{path(element)}.setAttribute('{random.choice('abcd')}', 'v{i}')")
        elif operation == 7 and element.hasAttributes():
            say(f"{path(element)}.removeAttribute('{element.attributes.item(0).name}')")
        elif operation == 8:
            say(f"{path(element)}.normalize()")
        elif operation == 9 and texts:
            text = random.choice(texts)
            say(f"{path(text)}.splitText({random.randint(0, text.length)})")
        elif operation == 10 and other:
            say(f"{path(element)}.appendChild({path(other)}.cloneNode({random.choice([True, False])}))")
        elif operation == 11 and texts:
            say(f"{path(random.choice(texts))}.appendData('+{i}')")
        elif operation == 12 and texts:
            say(f"{path(random.choice(texts))}.replaceWholeText('w{i}')")
    # An element with an empty text in it has two tags there and one here.
    return "; ".join([*program, "len(r.childNodes)", "r.normalize()", "r.toxml()", "len(r.childNodes)", "doc.getElementsByTagName('*')", "r.firstChild", "r.lastChild"])


def write(name, document, program):
    print(name, document, program, json.dumps(run(document, program)), sep="\t")


for case in CASES:
    name, document, program = case.split("|")
    write(name, {"R": R, "N": N}.get(document, document), program)
generator = random.Random(20)
for number in range(150):
    write(f"random {number}", R, make_random(generator))
