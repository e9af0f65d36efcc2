// Given to a server process with `node --import`: its MessageBird is then the fake at FAKE_MESSAGEBIRD_URL.
import { redirectMessageBird } from './redirect-message-bird.ts'

const target = process.env.FAKE_MESSAGEBIRD_URL
if (!target) throw new Error('FAKE_MESSAGEBIRD_URL is missing. Set it to the address of the fake provider.')
redirectMessageBird(new URL(target))
