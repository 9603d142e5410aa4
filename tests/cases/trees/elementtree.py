"""Writes elementtree.tsv: what CPython's ElementTree does with elements. Run it in this folder: python3 elementtree.py > elementtree.tsv

Each line has a program, its answers, and the version of CPython in the first line. A program is a list of commands, "name argument argument", with a semicolon between two. Arguments are
percent-encoded; a bare ~ is None. Registers hold elements. An answer that begins with ! is an exception, which ends the program.

The implementation in Python is asked: the one in C differs from it, and from its documentation, in details of its errors.
"""
import random
import sys
from urllib.parse import quote, unquote

sys.modules["_elementtree"] = None
import xml.etree.ElementTree as ET

SAFE = "/:{}[]()@='\"*.!<>,&-_+?#$"


def encode(value):
    return "~" if value is None else quote(str(value), safe=SAFE).replace("~", "%7E")


def decode(argument):
    return None if argument == "~" else unquote(argument)


def name_of(element):
    return "!" if element.tag is ET.Comment else "?" if element.tag is ET.PI else element.tag


def show(element):
    """The element and all in it: name {attributes} [text] (children) tail."""
    attributes = ",".join(f"{encode(k)}={encode(v)}" for k, v in element.items())
    children = "".join(map(show, element))
    return f"{encode(name_of(element))}{{{attributes}}}[{encode(element.text)}]({children}){encode(element.tail)}/"


def attributes_of(arguments):
    return dict(zip(arguments[::2], arguments[1::2]))


class Machine:
    def __init__(self):
        self.elements = {}
        self.answers = []

    def run(self, program):
        try:
            for command in program.split(";"):
                name, *arguments = command.split(" ")
                answer = getattr(self, "do_" + name)(*map(decode, arguments))
                if answer is not None:
                    self.answers.append(answer)
        except (ValueError, IndexError, KeyError, TypeError, AssertionError, SyntaxError, AttributeError) as error:
            self.answers.append("!" + type(error).__name__)
        return " ; ".join(self.answers)

    def __getitem__(self, register):
        return self.elements[register]

    # Making and changing.
    def do_parse(self, register, xml):
        self.elements[register] = ET.fromstring(xml, ET.XMLParser(target=ET.TreeBuilder(insert_comments=True, insert_pis=True)))

    def do_plain(self, register, xml):
        self.elements[register] = ET.fromstring(xml)

    def do_make(self, register, tag, *attributes):
        self.elements[register] = ET.Element(tag, attributes_of(attributes))

    def do_comment(self, register, text):
        self.elements[register] = ET.Comment(text)

    def do_pi(self, register, target, text):
        self.elements[register] = ET.ProcessingInstruction(target, text)

    def do_sub(self, register, parent, tag, *attributes):
        self.elements[register] = ET.SubElement(self[parent], tag, attributes_of(attributes))

    def do_at(self, register, parent, index):
        self.elements[register] = self[parent][int(index)]

    def do_put(self, parent, index, child):
        self[parent][int(index)] = self[child]

    def do_append(self, parent, child):
        self[parent].append(self[child])

    def do_extend(self, parent, *children):
        self[parent].extend([self[child] for child in children])

    def do_insert(self, parent, index, child):
        self[parent].insert(int(index), self[child])

    def do_remove(self, parent, child):
        self[parent].remove(self[child])

    def do_delete(self, parent, index):
        del self[parent][int(index)]

    def do_cut(self, parent, start, end):
        del self[parent][int(start):int(end)]

    def do_splice(self, parent, start, end, *children):
        self[parent][int(start):int(end)] = [self[child] for child in children]

    def do_clear(self, register):
        self[register].clear()

    def do_copy(self, register, original):
        import copy
        self.elements[register] = copy.deepcopy(self[original])

    def do_text(self, register, value):
        self[register].text = value

    def do_tail(self, register, value):
        self[register].tail = value

    def do_tag(self, register, value):
        self[register].tag = value

    def do_set(self, register, key, value):
        self[register].set(key, value)

    def do_unset(self, register, key):
        del self[register].attrib[key]

    def do_unsetall(self, register):
        self[register].attrib.clear()

    def do_indent(self, register, space, level):
        ET.indent(self[register], space, int(level))

    # Asking.
    def do_show(self, register):
        return show(self[register])

    def do_count(self, register):
        return str(len(self[register]))

    def do_slice(self, register, start, end):
        return ",".join(encode(name_of(e)) for e in self[register][int(start):int(end)])

    def do_iter(self, register, tag):
        tag = {"!": ET.Comment, "?": ET.PI}.get(tag, tag)
        return ",".join(encode(name_of(e)) for e in self[register].iter(tag))

    def do_itertext(self, register):
        return ",".join(map(encode, self[register].itertext()))

    def do_find(self, register, path):
        found = self[register].find(path)
        return "~" if found is None else show(found)

    def do_findall(self, register, path):
        return ",".join(encode(name_of(e)) for e in self[register].findall(path))

    def do_findtext(self, register, path, default):
        return encode(self[register].findtext(path, default))

    def do_get(self, register, key, default):
        return encode(self[register].get(key, default))

    def do_has(self, register, key):
        return str(key in self[register].attrib)

    def do_keys(self, register):
        return ",".join(map(encode, self[register].keys()))

    def do_items(self, register):
        return ",".join(f"{encode(k)}={encode(v)}" for k, v in self[register].items())

    def do_tostring(self, register, short):
        return encode(ET.tostring(self[register], "unicode", short_empty_elements=short == "short"))

    # A parser that is fed pieces of some length: what it said after each piece.
    def do_pull(self, register, kinds, length, xml):
        parser = ET.XMLPullParser(kinds.split(","), _parser=ET.XMLParser(target=ET.TreeBuilder(insert_comments=True, insert_pis=True)))
        data = xml.encode()
        said = []
        for start in range(0, len(data), int(length)):
            parser.feed(data[start:start + int(length)])
            said += map(self.say, parser.read_events())
        root = parser._close_and_return_root()
        said += map(self.say, parser.read_events())
        self.elements[register] = root
        return " ".join(said)

    @staticmethod
    def say(event):
        kind, value = event
        if kind == "start-ns":
            return f"{kind}:{encode(value[0])}={encode(value[1])}"
        if kind == "end-ns":
            return f"{kind}:{encode(value)}"
        if kind == "start":
            return f"{kind}:{encode(value.tag)}" + "".join(f"@{encode(k)}={encode(v)}" for k, v in value.items())
        if kind == "end":
            return f"{kind}:{encode(value.tag)}[{encode(value.text)}]{len(value)}"
        return f"{kind}:{encode(value.text)}"

    # A tree builder that is called: start tag attributes, end tag, data text, comment text, pi target text. Then it is closed.
    def do_build(self, register, *calls):
        builder = ET.TreeBuilder(insert_comments=True, insert_pis=True)
        for call in calls:
            name, *arguments = map(decode, call.split(" "))
            if name == "start":
                builder.start(arguments[0], attributes_of(arguments[1:]))
            else:
                getattr(builder, name)(*arguments)
        self.elements[register] = builder.close()


DOCUMENTS = [
    "<r>t<a x='1'>1</a>A<b>2</b>B<c y='2'>3<d/>D</c>C</r>",
    "<r><a/><a n='1'>x</a><b><a/></b></r>",
    "<r>one<!-- two -->three<?four five?>six<s>seven</s></r>",
    "<r xmlns='urn:d' xmlns:p='urn:p' p:a='1' b='2'><p:x/><y p:z='3'/>t</r>",
    "<r> <a> <b> </b> </a> </r>",
    "<r>a<![CDATA[b<]]>c&amp;d<e/>f<![CDATA[]]><g/><![CDATA[h]]></r>",
]


def c(*words):
    return " ".join(map(encode, words))


def by_hand():
    for xml in DOCUMENTS:
        yield f"{c('parse', 'r', xml)};show r;count r;itertext r;iter r ~;iter r *;iter r a;iter r !;iter r ?;keys r;items r"
        yield f"{c('plain', 'r', xml)};show r;count r;itertext r;iter r ~"
        for space, level in (("  ", 0), ("\t", 2), ("", 0), (" ", 1)):
            yield f"{c('parse', 'r', xml)};{c('indent', 'r', space, level)};show r"
        yield f"{c('parse', 'r', xml)};copy q r;clear r;show r;show q"
        for index in range(-1, 4):
            yield f"{c('parse', 'r', xml)};at q r {index};show q;delete r {index};show r;show q"
        for start, end in ((0, 0), (0, 1), (1, 3), (0, 99), (2, 2)):
            yield f"{c('parse', 'r', xml)};slice r {start} {end};cut r {start} {end};show r"
            yield f"{c('parse', 'r', xml)};make m m;make n n k v;tail n tail;splice r {start} {end} m n;show r"
        for method in ("tostring r short", "tostring r long"):
            yield f"{c('parse', 'r', xml)};{method}"
    first = c("parse", "r", DOCUMENTS[0])
    yield f"{first};at a r 0;at b r 1;remove r a;show r;show a;insert r 1 a;show r;append r b"
    yield f"{first};make q q;remove r q"
    yield f"{first};at c r 2;at d c 0;remove r d"
    for index in (-2, -1, 0, 1, 3, 4, 99):
        yield f"{first};make q q;insert r {index} q;show r"
        yield f"{first};make q q;tail q t;put r {index} q;show r"
    yield f"{first};make p p;make q q;extend r p q;extend r;show r"
    yield f"{first};at a r 0;text a ~;tail a ~;show r;text a {encode('')};tail a {encode('')};show r;text a x;tail a y;show r;tag a z;tag r {encode('{urn:q}r')};show r"
    yield f"{first};at a r 0;get a x ~;get a none ~;get a none else;has a x;has a none;set a x 9;set a w 8;items a;unset a x;keys a;items a;unset a none"
    yield f"{first};at a r 0;set a p 1;set a q 2;unsetall a;items a;set a z 3;items a"
    yield f"{first};at a r 0;set a {encode('{urn:1}k')} 1;get a {encode('{urn:1}k')} ~;get a k ~;items a"
    yield f"{first};findtext r a ~;findtext r d ~;findtext r c/d ~;findtext r d else;find r c/d;find r d;find r .;findall r *;findall r .//*"
    yield f"make r r a 1 b 2;sub s r s;sub t r {encode('{urn:t}t')} c 3;text s x;show r;count r;tostring s short"
    yield f"make r r;{c('comment', 'k', ' c ')};append r k;{c('pi', 'p', 't', 'd e')};append r p;pi q u ~;append r q;show r;tostring r short;text k new;tostring r short"
    yield f"make r r;{c('text', 'r', '<&>]]> é😀')};{c('set', 'r', 'a', '<&é')};tostring r short;itertext r"
    yield f"make r r;{c('set', 'r', 'a', chr(34) + chr(39))};tostring r short"
    yield f"make r r;{c('set', 'r', 'a', '>')};tostring r short"
    yield f"make r r;{c('set', 'r', 'a', chr(9) + chr(10) + chr(13))};tostring r short"
    yield f"make r r;{c('text', 'r', chr(9) + chr(10) + chr(13))};tostring r short"
    yield f"make r r;sub a r a;tail a t;tostring a short"
    yield f"make r {encode('{urn:x}r')};sub a r {encode('{urn:y}a')};tostring r short"
    yield f"make r r;make q q;append r q;append q r;count r"
    yield f"make r r;make a a;append r a;append r a;count r"
    yield f"make r r;{c('comment', 'k', 'a--b')};append r k;tostring r short"


PULLED = [
    "<r>t<a x='1'>1</a>A<b>2<c/>3</b></r>",
    "<r xmlns='urn:d' xmlns:p='urn:p'><p:a xmlns:q='urn:q' q:k='1'/><b xmlns=''>x</b></r>",
    "<?before x?><!--b--><r>1<!-- c -->2<?p d?>3<e/></r><!--after--><?after y?>",
    "<r a='é'>ü😀<![CDATA[<x>]]>&lt;&#65;<s>\r\n</s></r>",
]
KINDS = ["end", "start", "start,end", "start,end,comment,pi", "start-ns,end-ns", "start,end,start-ns,end-ns", "comment,pi", "end,end-ns"]
BUILT = [
    ["start r", "end r"],
    ["start r a 1 b 2", "data x", "data y", "start s", "data z", "end s", "data t", "end r"],
    ["start r", "data 1", "comment c", "data 2", "pi p d", "data 3", "start {urn:a}s {urn:b}k v", "end {urn:a}s", "end r"],
    ["start r", "start s", "end r"],
    ["start r", "start s", "end s"],
    ["start r"],
    [],
    ["end r"],
    ["start r", "end r", "start r", "end r"],
    ["start r", "start a", "start b", "end b", "end a", "start c", "data d", "end c", "end r"],
    ["start r", "data <&>]]>", "end r"],
    ["data %20", "start r", "end r"],
]


def parsers():
    for xml in PULLED:
        for kinds in KINDS:
            for length in (1, 2, 7, 1000):
                yield f"{c('pull', 'r', kinds, length, xml)};show r"
    for calls in BUILT:
        words = [" ".join(encode(unquote(word)) for word in call.split(" ")) for call in calls]
        yield f"{c('build', 'r', *words)};show r"


def at_random(count):
    """Changes to a tree; each element stands in one place, so one that is put elsewhere is taken out first."""
    chance = random.Random(7)
    for number in range(count):
        machine = Machine()
        program = [c("parse", "r", chance.choice(DOCUMENTS))]
        machine.run(program[0])
        made = 0
        for _ in range(chance.randint(3, 12)):
            elements = [e for e in machine["r"].iter()]
            parents = {child: parent for parent in elements for child in parent}
            containers = [e for e in elements if isinstance(e.tag, str)]
            parent = chance.choice(containers)
            steps = []

            def reach(register, element):
                path = []
                while element in parents:
                    path.append(list(parents[element]).index(element))
                    element = parents[element]
                steps.append(f"at {register} r {path.pop()}" if path else None)
                while path:
                    steps.append(f"at {register} {register} {path.pop()}")
                return register if steps[-1] or len(steps) > 1 else "r"

            target = reach("x", parent)
            size = len(parent)
            kind = chance.randrange(11)
            if kind <= 1:
                made += 1
                steps += [f"make n{made} n{made} i {made}", c("tail", f"n{made}", chance.choice(["t", None, " "]))]
                steps.append(f"append {target} n{made}" if kind == 0 else f"insert {target} {chance.randint(0, size)} n{made}")
            elif kind == 2 and size:
                steps.append(f"delete {target} {chance.randrange(size)}")
            elif kind == 3:
                start = chance.randint(0, size)
                steps.append(f"cut {target} {start} {chance.randint(start, size)}")
            elif kind == 4:
                steps.append(c("text", target, chance.choice(["new", None, "", " \n", "<"])))
            elif kind == 5 and target != "r":
                steps.append(c("tail", target, chance.choice(["new", None, "", " \n", "<"])))
            elif kind == 6:
                steps.append(c("set", target, chance.choice(["a", "b", "{urn:p}a"]), chance.choice(["1", "", "é"])))
            elif kind == 7 and size:
                # A child moves to the end of the root, or the front.
                index = chance.randrange(size)
                steps += [f"at y {target} {index}", f"remove {target} y", chance.choice(["append r y", "insert r 0 y"])]
            elif kind == 8 and size:
                made += 2
                start = chance.randint(0, size)
                steps += [f"make n{made} n", f"make n{made - 1} m", f"tail n{made} u", f"splice {target} {start} {chance.randint(start, size)} n{made} n{made - 1}"]
            elif kind == 9:
                steps += [f"copy y {target}", "tail y ~", "append r y"]
            elif kind == 10:
                steps.append(chance.choice([f"indent {target} + 0", f"clear {target}", f"tag {target} new"]).replace("+", encode(" ")))
            steps = [step for step in steps if step]
            machine.run(";".join(steps))
            program += steps
        yield ";".join(program) + ";show r;itertext r;iter r ~;count r"


print("# CPython " + ".".join(map(str, sys.version_info[:3])))
for program in [*by_hand(), *parsers(), *at_random(300)]:
    print(program, Machine().run(program), sep="\t")
