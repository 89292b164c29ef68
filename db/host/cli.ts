import { cliCommands, commandLine } from './cli-commands.ts'

/** The same operations from a terminal: `npm run -s cli -- COMMAND …`, as `cli-commands.ts` lists them. */
const { text, exitCode } = await commandLine(process.argv.slice(2), {
  workerUrl: new URL('./worker.ts', import.meta.url),
  install: null,
  dataDir: null,
})
console.log(
  text ?? ['Kho Sách', ...cliCommands.map((command) => `  npm run -s cli -- ${command}`)].join('\n'),
)
process.exit(exitCode)
