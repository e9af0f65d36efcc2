/** A preValidation hook for bodies in which every field is optional: nothing sent means none of them. */
export async function optionalBody(request: { body: unknown }): Promise<void> {
  request.body ??= {}
}
