export { AuthLiveModule, type AuthLiveModuleOptions } from './auth-live.module';
