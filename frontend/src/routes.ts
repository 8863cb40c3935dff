import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { callbackPath, isSignedIn, signIn } from './api/session'

/** All pages. Each is loaded when it is opened. */
export const routes: RouteRecordRaw[] = [
  { path: '/', component: () => import('./features/home/HomePage.vue') },
  { path: '/lembar', component: () => import('./features/worksheet/SheetsPage.vue') },
  { path: '/lembar/pasangan', component: () => import('./features/worksheet/PairsPage.vue') },
  {
    path: '/lembar/:assessmentId/:code?',
    component: () => import('./features/worksheet/WorksheetPage.vue'),
    props: true,
  },
  {
    path: '/kirim/:assessmentId',
    component: () => import('./features/worksheet/SubmissionPage.vue'),
    props: true,
  },
  { path: '/bukti', component: () => import('./features/evidence/EvidencePage.vue') },
  { path: '/bukti/folder', component: () => import('./features/evidence/ImportPage.vue') },
  { path: '/kegiatan', component: () => import('./features/evidence/ActivitiesPage.vue') },
  { path: '/penilaian', component: () => import('./features/review/ReviewQueuePage.vue') },
  {
    path: '/penilaian/:assessmentId/:code?',
    component: () => import('./features/review/ReviewPage.vue'),
    props: true,
  },
  {
    path: '/lembar/:assessmentId/hasil-penilaian',
    component: () => import('./features/review/ReviewResultPage.vue'),
    props: true,
  },
  {
    path: '/lembar/:assessmentId/penjelasan/:code?',
    component: () => import('./features/scores/ExplanationPage.vue'),
    props: true,
  },
  {
    path: '/lembar/:assessmentId/coba',
    component: () => import('./features/scores/TryPage.vue'),
    props: true,
  },
  { path: '/kesiapan', component: () => import('./features/readiness/ReadinessPage.vue') },
  {
    path: '/kesiapan/terlambat',
    component: () => import('./features/readiness/LatePage.vue'),
  },
  {
    path: '/kesiapan/:unitId',
    component: () => import('./features/readiness/UnitReadinessPage.vue'),
    props: true,
  },
  { path: '/percakapan', component: () => import('./features/discussion/ConversationsPage.vue') },
  { path: '/temuan', component: () => import('./features/findings/FindingsPage.vue') },
  { path: '/rencana-kerja', component: () => import('./features/programme/ProgrammePage.vue') },
  { path: '/dosir', component: () => import('./features/dossier/DossierPage.vue') },
  { path: '/admin', redirect: '/admin/unit' },
  { path: '/admin/unit', component: () => import('./features/administration/UnitsPage.vue') },
  { path: '/admin/orang', component: () => import('./features/administration/PeoplePage.vue') },
  { path: '/admin/periode', component: () => import('./features/administration/PeriodsPage.vue') },
  {
    path: '/admin/periode/:periodId/kalender',
    component: () => import('./features/administration/CalendarPage.vue'),
    props: true,
  },
  {
    path: '/admin/periode/:periodId/pindah',
    component: () => import('./features/administration/MovePage.vue'),
    props: true,
  },
  {
    path: '/admin/prasyarat',
    component: () => import('./features/administration/PreconditionsPage.vue'),
  },
  {
    path: '/admin/unggahan',
    component: () => import('./features/administration/UploadsPage.vue'),
  },
  {
    path: '/admin/instrumen',
    component: () => import('./features/administration/InstrumentsPage.vue'),
  },
  {
    path: '/admin/instrumen/rancangan/:draftId',
    component: () => import('./features/instruments/DraftPage.vue'),
    props: true,
  },
  {
    path: '/admin/instrumen/banding',
    component: () => import('./features/instruments/ComparisonPage.vue'),
  },
  {
    path: '/admin/pemeriksaan',
    component: () => import('./features/administration/IntegrityPage.vue'),
  },
  { path: '/admin/jejak', component: () => import('./features/administration/TrailPage.vue') },
  {
    path: callbackPath,
    component: () => import('./SignInPage.vue'),
    meta: { open: true },
  },
  {
    path: '/:rest(.*)*',
    component: () => import('./UnknownPage.vue'),
  },
]

export const router = createRouter({
  history: createWebHistory(),
  routes,
  scrollBehavior(to, from, saved) {
    if (saved) return saved
    return to.path === from.path ? undefined : { top: 0 }
  },
})

router.beforeEach(async (to) => {
  if (to.meta.open) return true
  let signedIn = false
  try {
    signedIn = await isSignedIn()
    if (!signedIn) await signIn(to.fullPath)
  } catch {
    // The server or the identity provider cannot be reached: App says so and offers to try again.
    return true
  }
  return signedIn
})

// After an update of the application the old page's parts are gone: load the new ones.
router.onError((_, to) => {
  const key = 'zitrack.reloaded'
  if (sessionStorage.getItem(key) === to.fullPath) return
  sessionStorage.setItem(key, to.fullPath)
  location.assign(to.fullPath)
})
