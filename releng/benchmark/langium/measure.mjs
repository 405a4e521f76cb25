/**
 * Measures how long Langium takes to parse and link a file of the benchmark: wall time and CPU time of the whole process by phase, and the
 * highest use of memory.
 *
 *     node measure.mjs FILE
 *
 * Time starts when the text is in memory and the services stand, and ends when all references are linked; the index of references, which
 * Langium makes next, and validation are not counted. Fails when the text has errors or a reference stays unresolved.
 */
import { readFile } from 'node:fs/promises';
import { AstUtils, DefaultScopeComputation, DefaultScopeProvider, DocumentCache, DocumentState, MultiMap, MultiMapScope, URI } from 'langium';
import { createServicesForGrammar } from 'langium/grammar';

const CATALOGUE = `
package vcd.catalog
os Debian 12 { }
hypervisor kvm { }
engine docker { }
`;

/** A package sees all that its files declare, wherever it stands in them: everything is exported, nothing is local. */
class PackageSymbols extends DefaultScopeComputation {

    async collectExportedSymbols(document) {
        const symbols = [];
        this.collect(document.parseResult.value.items, symbols, document);
        return symbols;
    }

    collect(items, symbols, document) {
        for (const item of items) {
            this.addExportedSymbol(item, symbols, document);
            if (item.items) {
                this.collect(item.items, symbols, document);
            }
        }
    }

    async collectLocalSymbols() {
        return new MultiMap();
    }
}

/** A name of the own package hides one of a package that is imported as a whole. One table a file and kind, in which a name is found at once. */
class PackageScopes extends DefaultScopeProvider {

    constructor(services) {
        super(services);
        this.documents = services.shared.workspace.LangiumDocuments;
        this.scopes = new DocumentCache(services.shared);
    }

    getScope(context) {
        const document = AstUtils.getDocument(context.container);
        const type = this.reflection.getReferenceType(context);
        return this.scopes.get(document.uri, type, () => this.scopeOf(document.parseResult.value, type));
    }

    scopeOf(file, type) {
        const imported = file.imports.map(clause => clause.importedNamespace).filter(name => name.endsWith('.*')).map(name => name.slice(0, -2));
        return new MultiMapScope(this.declared([file.name], type), new MultiMapScope(this.declared(imported, type)));
    }

    declared(packages, type) {
        const files = this.documents.all.filter(document => packages.includes(document.parseResult.value.name));
        return this.indexManager.allElements(type, new Set(files.map(document => document.uri.toString())));
    }
}

async function createServices() {
    return createServicesForGrammar({
        grammar: await readFile(new URL('vcd.langium', import.meta.url), 'utf8'),
        parserConfig: { skipValidations: true },
        languageMetaData: { caseInsensitive: false, fileExtensions: ['.vcd'], languageId: 'vcd', mode: 'production' },
        module: {
            references: {
                ScopeComputation: services => new PackageSymbols(services),
                ScopeProvider: services => new PackageScopes(services)
            }
        }
    });
}

function parse(services, text, uri) {
    const document = services.shared.workspace.LangiumDocumentFactory.fromString(text, URI.parse(uri));
    const { lexerErrors, parserErrors } = document.parseResult;
    if (lexerErrors.length + parserErrors.length > 0) {
        throw new Error(`${uri} has errors: ${[...lexerErrors, ...parserErrors][0].message}`);
    }
    services.shared.workspace.LangiumDocuments.addDocument(document);
    return document;
}

/** Wall and CPU time in seconds since two readings of the clocks. */
function since({ wall, cpu }) {
    const { user, system } = process.cpuUsage(cpu);
    return { wall: (performance.now() - wall) / 1e3, cpu: (user + system) / 1e6 };
}

function now() {
    return { wall: performance.now(), cpu: process.cpuUsage() };
}

function count(document) {
    const objects = AstUtils.streamAst(document.parseResult.value).toArray();
    const elements = objects.filter(object => ['HostDeclaration', 'VmDeclaration', 'ContainerDeclaration'].includes(object.$type));
    const references = objects.flatMap(object => AstUtils.streamReferences(object).toArray()).map(info => info.reference);
    const unresolved = references.filter(reference => reference.ref === undefined || reference.error);
    if (unresolved.length > 0 || references.length !== document.references.length) {
        throw new Error(`${unresolved.length} of ${references.length} references are unresolved, ${document.references.length} were linked`);
    }
    return { elements: elements.length, objects: objects.length, references: references.length };
}

function print(phase, { wall, cpu }) {
    console.log(`${phase.padEnd(6)} ${wall.toFixed(2).padStart(8)} ${cpu.toFixed(2).padStart(8)}`);
}

const text = await readFile(process.argv[2], 'utf8');
const services = await createServices();
const catalogue = parse(services, CATALOGUE, 'memory:/catalogue.vcd');

const start = now();
const document = parse(services, text, 'memory:/benchmark.vcd');
const parsed = since(start);
let all;
services.shared.workspace.DocumentBuilder.onBuildPhase(DocumentState.Linked, async () => {
    all = since(start);
});
await services.shared.workspace.DocumentBuilder.build([catalogue, document], { validation: false });

const { elements, objects, references } = count(document);
console.log('phase    wall s    CPU s');
print('parse', parsed);
print('link', { wall: all.wall - parsed.wall, cpu: all.cpu - parsed.cpu });
print('all', all);
console.log(`${elements} elements, ${objects} objects, ${references} references; peak ${process.resourceUsage().maxRSS >> 10} MiB resident`);
