// What may import what. Each rule names a wall of the hexagon; docs/architecture.md draws it.
const specs = '\\.spec\\.ts$'
const composition = '^packages/server/src/(composition|cli)/'

/** Which feature of the page may use which others; it uses itself, entities and shared in any case. */
const featureUses = {
  composer: ['canned', 'undo'],
  contacts: ['phone'],
  session: ['undo'],
  shell: ['palette', 'undo'],
  tickets: ['assign', 'composer', 'tags', 'undo'],
  thread: ['assign', 'composer', 'presence', 'snooze', 'tags', 'undo'],
}
const features = (names) => `^packages/web/src/features/(${names.join('|')})/`

export const options = {
  doNotFollow: { path: 'node_modules' },
  exclude: { path: '^packages/[^/]+/dist/' },
  tsPreCompilationDeps: true,
  detectProcessBuiltinModuleCalls: true,
  skipAnalysisNotInRules: true,
  parser: 'tsc',
  tsConfig: { fileName: 'tsconfig.base.json' },
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['import', 'types', 'node', 'default'],
    extensions: ['.ts', '.vue', '.mjs', '.js', '.json', '.css', '.d.ts'],
  },
}

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two modules that need each other are one module, or a third is missing.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nothing imports and that imports nothing is dead.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: ['\\.d\\.ts$', '\\.config\\.ts$', specs, '/e2e/', '/index\\.ts$', '^packages/[^/]+/dist/'],
      },
      to: {},
    },
    {
      name: 'resolvable',
      comment: 'Every import leads somewhere that a package.json names.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'core-imports-nothing',
      comment: 'The core knows no library, no platform and no other package.',
      severity: 'error',
      from: { path: '^packages/core/src/', pathNot: specs },
      to: { pathNot: '^packages/core/src/' },
    },
    {
      name: 'domain-is-the-ground-floor',
      comment: 'Values and rules need only values and rules: no port, no use case.',
      severity: 'error',
      from: { path: '^packages/core/src/domain/', pathNot: specs },
      to: { path: '^packages/core/src/', pathNot: '^packages/core/src/(domain|text)/' },
    },
    {
      name: 'text-needs-nothing',
      comment: 'The page has these rules too.',
      severity: 'error',
      from: { path: '^packages/core/src/text/', pathNot: specs },
      to: { path: '^packages/core/src/', pathNot: '^packages/core/src/text/' },
    },
    {
      name: 'ports-speak-of-the-domain',
      comment: 'A port knows what goes through it, never who uses it.',
      severity: 'error',
      from: { path: '^packages/core/src/ports/' },
      to: { path: '^packages/core/src/', pathNot: '^packages/core/src/(ports|domain|text)/' },
    },
    {
      name: 'capabilities-meet-in-shared',
      comment: 'One capability reaches another through app/shared, or is handed it by the composition root.',
      severity: 'error',
      from: { path: '^packages/core/src/app/([^/]+)/', pathNot: specs },
      to: {
        path: '^packages/core/src/app/',
        pathNot: ['^packages/core/src/app/$1/', '^packages/core/src/app/shared/'],
      },
    },
    {
      name: 'core-specs-import-the-test-kit',
      comment: 'Specs of the core need the core, its test kit, the runner, and at most an oracle.',
      severity: 'error',
      from: { path: `^packages/core/src/.*${specs}` },
      to: { pathNot: ['^packages/core/(src|testing)/', 'node_modules/(vitest|fast-check|sms-segments-calculator)/'] },
    },
    {
      name: 'test-kit-stays-with-core',
      comment: 'Memory adapters and contract suites run anywhere the core runs.',
      severity: 'error',
      from: { path: '^packages/core/testing/' },
      to: { pathNot: ['^packages/core/(src|testing)/', 'node_modules/(vitest|fast-check)/'] },
    },
    {
      name: 'no-test-kit-in-production',
      comment: 'The test kit is for specs, test, bench and faults folders.',
      severity: 'error',
      from: { path: '^packages/(server|web)/src/', pathNot: [specs, '/testing/'] },
      to: { path: '^packages/core/testing/' },
    },
    {
      name: 'http-never-meets-persistence',
      comment: 'The driving side talks to use cases and ports, never to the database.',
      severity: 'error',
      from: { path: '^packages/server/src/http/', pathNot: specs },
      to: { path: '^packages/server/src/persistence/' },
    },
    {
      name: 'persistence-never-meets-http',
      comment: 'The database knows nothing of requests.',
      severity: 'error',
      from: { path: '^packages/server/src/persistence/' },
      to: { path: '^packages/server/src/http/' },
    },
    {
      name: 'providers-stand-alone',
      comment: 'A provider is an adapter of its own: no requests, no database.',
      severity: 'error',
      from: { path: '^packages/server/src/providers/' },
      to: { path: '^packages/server/src/(http|persistence)/' },
    },
    {
      name: 'migrations-stay-in-persistence',
      comment: 'Only the migrator reads migrations.',
      severity: 'error',
      from: { pathNot: '^packages/server/src/persistence/' },
      to: { path: '^packages/server/src/persistence/migrations/' },
    },
    {
      name: 'only-composition-knows-adapters',
      comment: 'Adapters are chosen in one place; everyone else sees ports.',
      severity: 'error',
      from: {
        path: '^packages/server/src/',
        pathNot: [specs, composition, '^packages/server/src/(persistence|providers)/'],
      },
      to: { path: '^packages/server/src/(persistence|providers)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-composition-knows-tsyringe',
      comment: 'Dependency injection is a matter of composition, not of classes.',
      severity: 'error',
      from: { path: '^packages/', pathNot: '^packages/server/src/composition/' },
      to: { path: 'node_modules/(tsyringe|reflect-metadata)/' },
    },
    {
      name: 'page-knows-only-the-contract',
      comment: 'Of the server the page sees the types of its contract, nothing that runs.',
      severity: 'error',
      from: { path: '^packages/web/src/' },
      to: { path: '^packages/server/', pathNot: '^packages/server/src/http/contract/' },
    },
    {
      name: 'page-imports-the-contract-as-types',
      comment: 'Write `import type`: the contract is TypeBox, and none of it belongs in the page.',
      severity: 'error',
      from: { path: '^packages/web/src/' },
      to: { path: '^packages/server/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'page-shares-only-text-rules',
      comment: 'Of the core the page runs the pure text rules alone.',
      severity: 'error',
      from: { path: '^packages/web/src/' },
      to: { path: '^packages/core/', pathNot: '^packages/core/src/text/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'entities-know-no-feature',
      comment: 'What several features share lies below them.',
      severity: 'error',
      from: { path: '^packages/web/src/(entities|shared)/', pathNot: [specs, '/testing/'] },
      to: { path: '^packages/web/src/(app|features|pages)/' },
    },
    {
      name: 'shared-knows-no-entity',
      comment: 'It would serve any other page as well.',
      severity: 'error',
      from: { path: '^packages/web/src/shared/', pathNot: [specs, '/testing/'] },
      to: { path: '^packages/web/src/entities/' },
    },
    ...Object.entries(featureUses).map(([name, uses]) => ({
      name: `feature-${name}`,
      comment: 'Add the pair to featureUses where it makes no circle, or move what both need to entities.',
      severity: 'error',
      from: { path: features([name]), pathNot: specs },
      to: { path: '^packages/web/src/features/', pathNot: features([name, ...uses]) },
    })),
    {
      name: 'features-stand-alone',
      comment: 'A feature that is not in featureUses uses no other.',
      severity: 'error',
      from: {
        path: '^packages/web/src/features/([^/]+)/',
        pathNot: [specs, features(Object.keys(featureUses))],
      },
      to: { path: '^packages/web/src/features/', pathNot: '^packages/web/src/features/$1/' },
    },
    {
      name: 'server-never-meets-page',
      comment: 'The server serves the built page as files.',
      severity: 'error',
      from: { path: '^packages/(core|server)/' },
      to: { path: '^packages/web/' },
    },
    {
      name: 'packages-by-name',
      comment:
        'Another package is imported by its name, never by a path into it. End-to-end tests share the fake provider.',
      severity: 'error',
      from: { path: '^packages/([^/]+)/', pathNot: '^packages/web/e2e/support/' },
      to: { path: '^packages/', pathNot: '^packages/$1/', dependencyTypes: ['local'] },
    },
    {
      name: 'no-dev-dependencies-in-production',
      comment: 'What runs on a desk is listed under dependencies.',
      severity: 'error',
      from: { path: '^packages/server/src/', pathNot: [specs, '/testing/'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'] },
    },
  ],
  options,
}
