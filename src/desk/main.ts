import { mount } from 'svelte'
import App from './App.svelte'
import './desk.css'

const target = document.getElementById('desk')
if (!target) throw new Error('The page has no place for the desk.')
mount(App, { target })
