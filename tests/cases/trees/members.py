"""Writes members.txt: the public names of CPython's xml.etree.ElementTree. Run it in this folder: python3 members.py > members.txt"""
import xml.etree.ElementTree as ET

for name in sorted(ET.__all__):
    value = getattr(ET, name)
    print(name)
    if isinstance(value, type) and not issubclass(value, Exception) and name != "C14NWriterTarget":
        for member in sorted(vars(value)):
            if not member.startswith("_") or member == "_setroot":
                print(f"{name}.{member}")
print("ParseError.code")
print("ParseError.position")
