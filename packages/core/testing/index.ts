export { aReport } from './a-report.ts'
export {
  aCannedReply,
  aContact,
  aDelivery,
  aDraft,
  aMessage,
  aNewTicket,
  anActivity,
  anAgent,
  anInbox,
  anIncident,
  aPhone,
  aReply,
  aTicket,
  aTicketAction,
} from './builders.ts'
export { FakeAlertChannel } from './fakes/fake-alert-channel.ts'
export { FakeMessageArchive } from './fakes/fake-message-archive.ts'
export { FakePasswordHasher } from './fakes/fake-password-hasher.ts'
export { FakePasswordJudge } from './fakes/fake-password-judge.ts'
export { FakeSecrets } from './fakes/fake-secrets.ts'
export { FakeSmsGateway, type ScriptedOutcome } from './fakes/fake-sms-gateway.ts'
export { FixedClock, START } from './fakes/fixed-clock.ts'
export { SequentialIds } from './fakes/sequential-ids.ts'
export { MemoryDesk } from './memory/memory-desk.ts'
export {
  doublingsOf,
  highestState,
  orderingsOfSubsets,
  REPORTED_STATES,
  tryEveryReportOrder,
} from './report-orders.ts'
export { runWorkTwice } from './run-work-twice.ts'
export { describeDesk } from './suites/describe-desk.ts'
export type { DeskSubject, OpenDesk } from './suites/desk-subject.ts'
export { describeIds, describePasswordHasher, describeSecrets } from './suites/helpers.suite.ts'
export {
  type Scene,
  storeAgent,
  storeContact,
  storeInbox,
  storeMessages,
  storeScene,
  storeStranger,
  storeTicket,
} from './suites/scene.ts'
