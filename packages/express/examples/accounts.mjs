// Stands for a service's own accounts, so that the example runs; nothing here is how to keep secrets.
const ACCOUNTS = [
  { id: 'u-1', name: 'ada', password: 'correct horse', apiKey: 'key-of-ada', roles: ['admin'] },
  { id: 'u-2', name: 'bob', password: 'battery staple', apiKey: 'key-of-bob', roles: [] },
];

export function checkPassword({ name, password }) {
  return ACCOUNTS.find((account) => account.name === name && account.password === password);
}

export function findByApiKey(key) {
  return ACCOUNTS.find(({ apiKey }) => apiKey === key);
}

export function findById(id) {
  return ACCOUNTS.find((account) => account.id === id);
}

export function findByName(wanted) {
  return ACCOUNTS.find(({ name }) => name === wanted);
}

export async function pingDatabase() {
  return ACCOUNTS.length > 0;
}
