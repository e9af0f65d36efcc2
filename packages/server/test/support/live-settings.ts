export const DESK_NUMBER = '+12025550100'
export const SIGNING_KEY = 'signing_key_of_the_tests'
export const METRICS_TOKEN = 'metrics_token_of_the_tests'
export const PUBLIC_URL = 'https://desk.example.org'

/** What a desk needs to believe that it is live. */
export const LIVE = {
  PUBLIC_URL,
  MESSAGEBIRD_API_KEY: 'test_key_of_the_desk',
  MESSAGEBIRD_ORIGINATOR: DESK_NUMBER,
  MESSAGEBIRD_SIGNING_KEY: SIGNING_KEY,
  METRICS_TOKEN,
}
