import type { FastifyReply, FastifyRequest } from 'fastify'
import type * as z from 'zod'
import { type Receiver } from '../receiver.ts'
import type { Role } from '../store/schema.ts'
import { type NewAccount, type NewPassword, type SignIn } from './contract.ts'
export type Person = {
  name: string
  role: Role
}
export declare function personOf(receiver: Receiver, request: FastifyRequest): Promise<Person>
/** A page of another site can neither set the header nor send the cookie. */
export declare function requireOwnPage({ headers }: FastifyRequest): void
export declare function signIn(
  receiver: Receiver,
  reply: FastifyReply,
  {
    name,
    password,
    isSecure,
  }: z.output<typeof SignIn> & {
    isSecure: boolean
  },
): Promise<Person>
export declare function signOut(
  receiver: Receiver,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void>
export declare function addAccount(
  { store: { db }, now }: Receiver,
  { name, role, password }: z.output<typeof NewAccount>,
  by: string,
): Promise<void>
/** Whoever is signed in elsewhere with the old password is signed out. */
export declare function changePassword(
  receiver: Receiver,
  person: Person,
  { current, next }: z.output<typeof NewPassword>,
): Promise<void>
/** Null where somebody can sign in already. */
export declare function firstAdministrator(receiver: Receiver): Promise<
  | (Person & {
      password: string
    })
  | null
>
