import type { FastifyPluginAsync } from 'fastify'
/** The built page: one document and the files it names, each with its hash in its name. */
export declare function pageRoutes(folder: string | null): FastifyPluginAsync
