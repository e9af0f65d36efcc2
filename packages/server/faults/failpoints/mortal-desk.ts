// The desk as `main.ts` starts it, which a fault can make die at a point, and whose clock it sets.
import './preload-clock.ts'
import './preload-failpoints.ts'
import '../../src/main.ts'
