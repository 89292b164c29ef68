import { parentPort } from 'node:worker_threads'

/** Sends back what it was given: what a thread costs before anything is done in it. */
parentPort?.on('message', (message: unknown) => parentPort?.postMessage(message))
