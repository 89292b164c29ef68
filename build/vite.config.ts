import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { type EnvironmentOptions, type PluginOption, defineConfig } from 'vite'
import en from '../shared/locales/en/index.ts'
import vi from '../shared/locales/vi/index.ts'
import { licencesOf, packageFolder } from './bundled.ts'

function path(relative: string): string {
  return fileURLToPath(new URL(`../${relative}`, import.meta.url))
}

/** Bundled CommonJS packages still ask for the folder they lie in, which an ES module calls otherwise. */
const esDirname = { __dirname: 'import.meta.dirname', __filename: 'import.meta.filename' }

/** Everything but Electron and Node's own modules is bundled: the installed app has no node_modules. */
function nodeBundle(entry: string, outDir: string, format: 'es' | 'cjs', file: string): EnvironmentOptions {
  return {
    consumer: 'server',
    resolve: {
      noExternal: true,
      external: ['electron'],
      conditions: ['module', 'node', 'import', 'default'],
    },
    define: { 'process.env.NODE_ENV': JSON.stringify('production'), ...(format === 'es' ? esDirname : {}) },
    build: {
      outDir: path(outDir),
      emptyOutDir: file === 'main.js',
      target: 'node24',
      minify: false,
      sourcemap: true,
      ssr: true,
      copyPublicDir: false,
      rolldownOptions: {
        input: path(entry),
        external: ['electron'],
        output: {
          format,
          entryFileNames: file,
          chunkFileNames: '[name]-[hash].js',
          codeSplitting: format === 'es',
        },
      },
    },
  }
}

/** The page's policy allows no data: fonts and no inline script, so nothing is ever inlined. */
const page: EnvironmentOptions = {
  consumer: 'client',
  build: {
    outDir: path('dist/renderer'),
    emptyOutDir: true,
    target: 'chrome140',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: path('renderer/index.html') },
  },
}

const require = createRequire(import.meta.url)
const pdfkit = createRequire(require.resolve('pdfmake')).resolve('pdfkit')

/** What the engine reads while it runs, by its path beside the bundle: faces and colours of PDFs, the page for scanning elsewhere. */
const besideWorker: Record<string, string> = {
  ...Object.fromEntries(
    ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'].map((face) => [
      `fonts/Tinos_${face}.ttf`,
      require.resolve(`@expo-google-fonts/tinos/${face}/Tinos_${face}.ttf`),
    ]),
  ),
  'data/sRGB_IEC61966_2_1.icc': createRequire(pdfkit).resolve('./data/sRGB_IEC61966_2_1.icc'),
  'satellite.html': path('db/stocktake/satellite.html'),
}

const shipFiles: PluginOption = {
  name: 'ship-files',
  applyToEnvironment: ({ name }) => name === 'worker',
  generateBundle() {
    for (const [fileName, file] of Object.entries(besideWorker)) {
      this.emitFile({ type: 'asset', fileName, source: readFileSync(file) })
    }
    for (const [language, texts] of Object.entries({ vi, en }))
      this.emitFile({ type: 'asset', fileName: `texts/${language}.json`, source: JSON.stringify(texts) })
  },
}

/** One letter beyond ASCII makes Node keep a whole file at two bytes a letter, in each of its threads. */
const writeAscii: PluginOption = {
  name: 'write-ascii',
  applyToEnvironment: ({ name }) => name === 'worker' || name === 'main',
  // Last of all: the printer after renderChunk would write the letters themselves again.
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue
      file.code = file.code.replaceAll(
        /[\u0080-\uffff]/g,
        (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
      )
    }
  },
}

const bundledFolders = new Set<string>()

/** Remembers whose code went in, of every environment, for the licences that the app shows. */
const noteBundled: PluginOption = {
  name: 'note-bundled',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue
      for (const folder of file.moduleIds.map(packageFolder)) if (folder !== null) bundledFolders.add(folder)
    }
  },
}

const plugins: PluginOption[] = [react(), shipFiles, writeAscii, noteBundled]

export default defineConfig({
  root: path('renderer'),
  base: './',
  plugins,
  publicDir: false,
  environments: {
    client: page,
    main: nodeBundle('electron/main.ts', 'dist/electron', 'es', 'main.js'),
    preload: nodeBundle('electron/preload.cts', 'dist/electron', 'cjs', 'preload.cjs'),
    worker: nodeBundle('db/host/worker.ts', 'dist/electron', 'es', 'worker.js'),
  },
  builder: {
    // One list of what was bundled, whichever environment it went into.
    sharedConfigBuild: true,
    sharedPlugins: true,
    async buildApp(builder) {
      for (const environment of Object.values(builder.environments)) await builder.build(environment)
      const licences = licencesOf(bundledFolders)
      writeFileSync(path('dist/renderer/licences.json'), JSON.stringify(licences))
    },
  },
})
