import type { Migration } from 'kysely/migration'
export type Dialect = 'sqlite' | 'postgres'
/** One ladder for both databases; only bytes and counted keys are called differently. */
export declare function migrationsFor(dialect: Dialect): Record<string, Migration>
