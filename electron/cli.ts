import { app } from 'electron'
import { installFolder } from './start.ts'

type Place = { dataDir: string; nativeBinding: string }

/** What stands behind `--cli`, the first word given to the program; null where a window is meant. */
export function cliWords(argv: readonly string[]): string[] | null {
  const at = argv.indexOf('--cli')
  return at === 1 || at === 2 ? argv.slice(at + 1) : null
}

/** No window, and no waiting for one: the commands of `npm run cli` by the installed program. */
export async function runCli(words: string[], { dataDir, nativeBinding }: Place): Promise<void> {
  app.disableHardwareAcceleration()
  const { cliCommands, commandLine } = await import('../db/host/cli-commands.ts')
  const install = installFolder()
  const workerUrl = new URL('./worker.js', import.meta.url)
  const { text, exitCode } = await commandLine(words, { dataDir, nativeBinding, workerUrl, install })
  const usage = ['Kho Sách', ...cliCommands.map((command) => `  khosach ${command}`)]
  // Leaving at once would cut off what a pipe has not taken yet; where there is no terminal at all, nobody reads.
  process.stdout.on('error', () => undefined)
  await new Promise<void>((done) => process.stdout.write(`${text ?? usage.join('\n')}\n`, () => done()))
  app.exit(exitCode)
}
