"""Writes xmltodict.jsonl: what xmltodict makes of each document, and what it makes of that again.

    apt-get install python3-xmltodict     (0.13.0)
    /usr/bin/python3 xmltodict.py < documents.jsonl > xmltodict.jsonl
"""
import importlib
import json
import os
import sys

# This file has the module's name.
sys.path = [path for path in sys.path if os.path.abspath(path or ".") != os.path.dirname(os.path.abspath(__file__))]
xmltodict = importlib.import_module("xmltodict")

for line in sys.stdin:
    value = xmltodict.parse(json.loads(line))
    print(json.dumps({"json": value, "xml": xmltodict.unparse(value, full_document=False)}, ensure_ascii=False))
