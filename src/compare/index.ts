export { compareSides } from './compare-exchange.js'
