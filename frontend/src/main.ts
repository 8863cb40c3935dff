import { createApp } from 'vue'
import App from './App.vue'
import { callbackPath, finishSilentRenewal } from './api/session'
import { language } from './messages/language'
import { speak } from './messages/messages'
import { router } from './routes'
import './ui/tokens.css'

if (window.parent !== window && location.pathname === callbackPath) {
  // The hidden frame of a silent renewal: hand the answer over, show nothing.
  void finishSilentRenewal()
} else {
  void speak(language.value).then(() => createApp(App).use(router).mount('#app'))
}
