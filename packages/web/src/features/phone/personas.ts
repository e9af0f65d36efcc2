/** Practice customers. Regulators keep these numbers free for fiction, so they can never be somebody's. */
export const personas = ['+12025550101', '+12025550102', '+12025550103', '+61491570156'] as const
