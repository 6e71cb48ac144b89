/** A part of the draws of the bench, in a thread of its own. */
import { parentPort, workerData } from 'node:worker_threads'
import { reportLedger } from '../../scripts/ledger/index.ts'
import { drawClaims, type Task } from './false-alarms.ts'

const ledger = reportLedger()
parentPort?.postMessage(drawClaims(ledger, workerData as Task))
