/** VitePress's own theme, with the playground. */
import DefaultTheme from 'vitepress/theme';
import { defineAsyncComponent } from 'vue';
import './site.css';

export default {
  extends: DefaultTheme,
  enhanceApp({ app }: { app: { component(name: string, component: object): unknown } }) {
    app.component(
      'Playground',
      defineAsyncComponent(() => import('./playground/Playground.vue')),
    );
  },
};
