// Writes a .jsonl for each of the tools below: what the package makes of each document, and what it makes of that again.
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

const xml2jsWith = options => ({
  parse: xml => {
    let value
    xml2js.parseString(xml, { async: false, ...options }, (error, result) => {
      if (error) throw error
      value = result
    })
    return value
  },
  build: value => new xml2js.Builder({ headless: true, renderOpts: { pretty: false } }).buildObject(value),
})

const tools = {
  'xml-js': {
    parse: xml => xmlJs.xml2js(xml, { compact: true }),
    build: value => xmlJs.js2xml(value, { compact: true }),
  },
  'xml2js': xml2jsWith({}),
  'xml2js-plain': xml2jsWith({ explicitArray: false }),
  'fast-xml-parser': fastXmlParser({ ignoreAttributes: false }),
  'fast-xml-parser-strings': fastXmlParser({ ignoreAttributes: false, parseTagValue: false }),
  'fast-xml-parser-nodes': fastXmlParser({ ignoreAttributes: false, parseTagValue: false, commentPropName: '#comment', cdataPropName: '#cdata' }),
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
