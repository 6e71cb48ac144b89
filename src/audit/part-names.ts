/** What sources and topics are called where the audit speaks of its parts. */
import { site } from '#site'
import type { Language } from '../../scripts/ledger/types.ts'
import { currentLedger } from '../current/ledger.ts'

export const sourceName = (language: Language, source: string): string =>
  currentLedger().data.sources.find(({ id }) => id === source)?.short[language] ?? source

export const topicName = (language: Language, topic: string): string => site.words[language].topics[topic] ?? topic
