import { pathOf } from '@authmeter/core';
import { PageServer } from '../../src/http/page-server';
import type { PageSource } from '../../src/http/page-source';
import { routeOf } from '../../src/http/routes';
import { serve, type Served } from '../support/serve';

/** Serves the page at the root, fed by a source. */
export function servePage(source: PageSource): Promise<Served> {
  const pages = new PageServer(source, {
    authorize: undefined,
    allowedHosts: [],
    refusesInProduction: true,
  });
  return serve((request, response) => {
    const path = pathOf(request);
    const route = routeOf(path, '') ?? 'nothing';
    void pages.serve({ request, response, subject: request, route, path });
  });
}
