import { createFileRoute } from '@tanstack/react-router';
import { NotFound } from '../-NotFound';

/** An address that leads nowhere, for who is logged in: the way on is in the menu beside it. */
export const Route = createFileRoute('/_app/$')({ component: NotFound });
