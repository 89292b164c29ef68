import type {
  Contract,
  InputOf,
  JobSpec,
  Reply,
  ReplyOf,
  QuerySpec,
  ErrorsOf,
  CommonError,
} from './contract.ts'
import type { Contracts } from './contracts.ts'

type Caller<Spec extends QuerySpec> = (input: InputOf<Spec>) => Promise<ReplyOf<Spec>>
type JobCaller<Spec extends JobSpec> = (
  input: InputOf<Spec>,
) => Promise<Reply<{ jobId: number }, ErrorsOf<Spec> | CommonError>>

type ModuleClient<C extends Contract> = { [Q in keyof C['queries']]: Caller<C['queries'][Q]> } & {
  [Q in keyof C['commands']]: Caller<C['commands'][Q]>
} & { [J in keyof C['jobs']]: JobCaller<C['jobs'][J]> }

export type Client = { [M in keyof Contracts]: ModuleClient<Contracts[M]> }

/** `client.catalogue.search(x)` is `call('catalogue.search', x)`, typed by the contract. */
export function createClient(call: (operation: string, input: unknown) => Promise<Reply>): Client {
  const modules = new Map<string, object>()
  function moduleClient(module: string): object {
    const known = modules.get(module)
    if (known) return known
    const made = new Proxy(
      {},
      { get: (_, operation) => (input: unknown) => call(`${module}.${String(operation)}`, input) },
    )
    modules.set(module, made)
    return made
  }
  return new Proxy({}, { get: (_, module) => moduleClient(String(module)) }) as Client
}
