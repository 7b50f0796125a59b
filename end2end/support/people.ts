/** The demo customers, as `backend/src/demo.rs` makes them. */
export interface Customer {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** The language of this customer's pages and mails. */
  language: string;
}

function customer(stem: string, name: string, email: string, language: string): Customer {
  return { id: `${stem}-ovh`, name, email: `${email}@example.org`, language };
}

export const PASSWORD = 'countersign-demo';

export const marie = customer('md10001', 'Marie Dubois', 'marie.dubois', 'fr');
export const john = customer('js10002', 'John Smith', 'john.smith', 'en');
export const zofia = customer('zk10003', 'Zofia Kowalska-Żółtowska', 'zofia.kowalska', 'pl');
export const lucia = customer('lg10004', 'Lucía García Muñoz', 'lucia.garcia', 'es');
export const joao = customer('jm10005', 'João Martins', 'joao.martins', 'pt');
export const giulia = customer('gr10006', 'Giulia Rossi', 'giulia.rossi', 'it');
export const robert = customer('rt10007', "Robert </textarea><script>alert('Tables')</script>", 'robert.tables', 'en');
export const sakura = customer('sy10008', '山田 さくら', 'sakura.yamada', 'en');

export const everyone = [marie, john, zofia, lucia, joao, giulia, robert, sakura];

const own = everyone.map(({ language }) => language);

/** From now on, everyone reads this language; or their own again. */
export function speak(language?: string): void {
  everyone.forEach((customer, at) => { customer.language = language ?? own[at] ?? 'en'; });
}

/** The unpaid invoice of the demo data is Giulia's. */
export const UNPAID_INVOICE = 'FR-2041';

export type Role = 'admin' | 'tech' | 'billing';
export const ROLES: readonly Role[] = ['admin', 'tech', 'billing'];

/** A service of the demo data, with its category's key in the texts. */
export interface Service {
  readonly name: string;
  readonly category: string;
  readonly contacts: Readonly<Record<Role, Customer>>;
}

function service(name: string, category: string, admin: Customer, tech: Customer, billing: Customer): Service {
  return { name, category, contacts: { admin, tech, billing } };
}

export const services = {
  /** Administrator, technical and billing contact are three different customers. */
  archive: service('kowalska-archive', 'database', zofia, marie, robert),
  vps: service('vps-1a2b3c4d.example.net', 'vps', marie, joao, zofia),
  /** All three roles are John's. */
  staging: service('Smith staging', 'public-cloud', john, john, john),
  /** Its billing contact has an unpaid invoice. */
  blog: service('blog.kowalska.example', 'hosting', zofia, marie, giulia),
  /** John has asked Marie to become its technical contact; both have yet to decide. */
  shop: service('shop.smith-and-sons.example', 'hosting', john, john, john),
  /** Lucía's request for it has expired. */
  rossiMail: service('mail.rossi.example', 'email', lucia, joao, john),
  /** A domain and the DNS zone of the same name, of the same administrator. */
  domain: service('atelier-dubois.example', 'domain', marie, marie, marie),
  zone: service('atelier-dubois.example', 'dns-zone', marie, john, marie),
  /** Another pair, of the same contacts: all six roles are John's. */
  smithDomain: service('smith-and-sons.example', 'domain', john, john, john),
  smithZone: service('smith-and-sons.example', 'dns-zone', john, john, john),
  /** A domain whose administrator, technical and billing contact are three different customers. */
  kowalska: service('kowalska.example', 'domain', zofia, marie, lucia),
  hostileDatabase: service("<script>alert('db')</script>", 'database', sakura, marie, marie),
  hostileFibre: service('Fibre </textarea> Rossi', 'internet-access', giulia, robert, marie),
} as const;

/** After how many days from the server's start the demo's first service expires: `services.domain`. */
export const FIRST_EXPIRY = 47;

/** The request of the demo data that waits, and the one that has expired. */
export const DEMO_REQUESTS = { expired: 1, open: 2 } as const;
