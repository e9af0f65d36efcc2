// Folders without circles. A look of its own, as specs may use whatever they like and would close every circle.
import { options } from './.dependency-cruiser.mjs'

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-folder-cycles',
      comment: 'Two folders that need each other are one folder, or a third is missing.',
      severity: 'error',
      scope: 'folder',
      from: { path: '^packages/(core/src/(domain|ports|app)|web/src/(entities|features))/' },
      to: { circular: true },
    },
  ],
  options: { ...options, exclude: { path: ['^packages/[^/]+/dist/', '\\.spec\\.ts$', '/testing/', '/node_modules/'] } },
}
