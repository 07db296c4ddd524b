import type ptBR from './pt-BR';

type Texts<T> = { [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };

/** The shape every language must have: a key that is missing or too many in one does not compile. */
export type Messages = Texts<typeof ptBR>;
