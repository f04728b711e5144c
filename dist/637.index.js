export const id=637
export const ids=[637]
export const modules={7018:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.r(__webpack_exports__)
__webpack_require__.d(__webpack_exports__,{liveScreen:()=>liveScreen})
var log_update__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(5872)
var _harmless_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(2812)
var _interface_progress_line_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(5631)
var _report_words_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(9179)
const frameMs=100
function liveScreen(stream,paint,now){const update=(0,log_update__WEBPACK_IMPORTED_MODULE_0__.SY)(stream,{showCursor:true})
const elapsed=(0,_interface_progress_line_js__WEBPACK_IMPORTED_MODULE_1__.sX)(now)
const active=new Map
let timer
const draw=()=>{const width=stream.columns||80
const room=Math.max(1,(stream.rows||24)-2)
const all=[...active.values()]
const lines=all.slice(0,room).map(one=>activeLine(one,now(),width))
if(all.length>room)lines.push(`  and ${all.length-room} more`)
update(lines.join("\n"))}
const stay=text=>{update.clear()
stream.write(`${text}\n`)
if(active.size>0)draw()}
return{progress:event=>{const key=`${event.stage}\n${event.subject}`
const ms=elapsed(event)
if(event.state==="done"||event.state==="failed"){active.delete(key)
stay([endLine(event,ms,paint),...event.state==="failed"?(0,_interface_progress_line_js__WEBPACK_IMPORTED_MODULE_1__.mR)(event):[]].join("\n"))}else{active.set(key,{event:event,since:active.get(key)?.since??now()})}timer??=setInterval(draw,frameMs).unref()},line:stay,stop:()=>{clearInterval(timer)
timer=undefined
active.clear()
update.clear()}}}function activeLine({event:event,since:since},now,width){const text=`  ${head(event)}  ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_2__.p0)(now-since).padStart(8)}  ${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_3__.Is)(event.text??"")}`.trimEnd()
return text.length<width?text:`${text.slice(0,Math.max(1,width-2))}…`}function endLine(event,ms,paint){const mark=event.state==="done"?paint("green","✓"):paint("red","✗")
const took=ms===undefined?"":(0,_report_words_js__WEBPACK_IMPORTED_MODULE_2__.p0)(ms)
return`${mark} ${head(event)}  ${took.padStart(8)}  ${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_3__.Is)(event.text??"")}`.trimEnd()}const head=({stage:stage,subject:subject})=>`${stage.padEnd(7)}  ${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_3__.Is)(subject).padEnd(28)}`}}
