/** The digest method used to compare contents after each restore. */
export const COMPARED_BY = 'sha-256';
