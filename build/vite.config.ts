import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { type EnvironmentOptions, type PluginOption, defineConfig } from 'vite'

function path(relative: string): string {
  return fileURLToPath(new URL(`../${relative}`, import.meta.url))
}

/** Everything but Electron and Node's own modules is bundled: the installed app has no node_modules. */
function nodeBundle(entry: string, outDir: string, format: 'es' | 'cjs', file: string): EnvironmentOptions {
  return {
    consumer: 'server',
    resolve: {
      noExternal: true,
      external: ['electron'],
      conditions: ['module', 'node', 'import', 'default'],
    },
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
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

const plugins: PluginOption[] = [react()]

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
    async buildApp(builder) {
      for (const environment of Object.values(builder.environments)) await builder.build(environment)
    },
  },
})
