// Writes xml-js.jsonl, xml2js.jsonl, fast-xml-parser.jsonl and fast-xml-parser-strings.jsonl: what each package makes of each document, and what it makes of that again.
//
//     npm install xml-js@1.6.11 xml2js@0.6.2 fast-xml-parser@5.12.1
//     node npm.mjs < documents.jsonl
import { readFileSync, writeFileSync } from 'node:fs'
import xmlJs from 'xml-js'
import xml2js from 'xml2js'
import { XMLBuilder, XMLParser } from 'fast-xml-parser'

const fastXmlParser = options => ({
  parse: xml => new XMLParser(options).parse(xml),
  build: value => new XMLBuilder({ ...options, suppressBooleanAttributes: false }).build(value),
})

const tools = {
  'xml-js': {
    parse: xml => xmlJs.xml2js(xml, { compact: true }),
    build: value => xmlJs.js2xml(value, { compact: true }),
  },
  'xml2js': {
    parse: xml => {
      let value
      xml2js.parseString(xml, { async: false }, (error, result) => {
        if (error) throw error
        value = result
      })
      return value
    },
    build: value => new xml2js.Builder({ headless: true, renderOpts: { pretty: false } }).buildObject(value),
  },
  'fast-xml-parser': fastXmlParser({ ignoreAttributes: false }),
  'fast-xml-parser-strings': fastXmlParser({ ignoreAttributes: false, parseTagValue: false }),
}

const documents = readFileSync(0, 'utf8').split('\n').filter(line => line).map(line => JSON.parse(line))
for (const [name, tool] of Object.entries(tools)) {
  const lines = documents.map(xml => {
    try {
      const value = JSON.parse(JSON.stringify(tool.parse(xml)))
      return JSON.stringify({ json: value, xml: tool.build(value) })
    } catch (error) {
      return JSON.stringify({ refused: error.message })
    }
  })
  writeFileSync(`${name}.jsonl`, lines.join('\n') + '\n')
}
