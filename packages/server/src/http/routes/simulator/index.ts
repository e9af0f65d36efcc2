import type { Route } from '../../route.ts'
import { deletePracticeTickets } from './delete-practice-tickets.route.ts'
import { getPhoneMessages } from './get-phone-messages.route.ts'
import { postPhoneMessage } from './post-phone-message.route.ts'

/** The simulated phone of practice mode. */
export const simulatorRoutes: readonly Route[] = [getPhoneMessages, postPhoneMessage, deletePracticeTickets]
