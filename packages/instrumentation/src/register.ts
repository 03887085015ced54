import { registerOnce } from './register/register-once';

registerOnce(process.env);
