export const id=1912
export const ids=[1912,3381,5762]
export const modules={26214:((e,t,n)=>{n.d(t,{Hj:()=>openCheckout,U4:()=>askBranches,pI:()=>askAll})
function openCheckout(e){return{index:once(()=>e(["ls-files","--stage","-v","-z"])),modified:once(()=>e(["-c","core.fileMode=true","diff-files","--name-only","--relative","-z"])),others:once(()=>e(["ls-files","--others","--directory","-z"])),staged:once(()=>e(["diff-index","--cached","--name-only","HEAD","--","."])),head:once(async()=>{const[t,n]=(await e(["rev-list","--max-count=1","--timestamp","HEAD","--"]))?.trim().split(" ")??[]
return n===undefined?undefined:{id:n,time:Number(t)}}),branch:once(async()=>(await e(["symbolic-ref","--short","-q","HEAD"]))?.trim()||undefined),defaultBranch:once(async()=>{const t=await e(["symbolic-ref","--short","-q","refs/remotes/origin/HEAD"])
return t?.trim().replace(/^origin\//,"")||undefined}),settings:once(async()=>readSettings(await e(["config","-z","--get-regexp",i]))),layout:once(async()=>{const t=await e(["rev-parse","--show-object-format","--git-path","info/attributes","--show-cdup"])
const[n,i,a]=t?.split("\n")??[]
return n&&i&&a!==undefined?{format:n,attributes:i,up:a}:undefined})}}function askAll({modified:e,others:t,index:n,layout:i,settings:a,staged:r,head:o}){for(const s of[e,t,n,i,a,r,o])void s()}function askBranches({branch:e,defaultBranch:t}){for(const n of[e,t])void n()}const i="^(core\\.(autocrlf|attributesfile)|remote\\.origin\\.url)$"
function readSettings(e=""){return new Map(e.split("\0").flatMap(e=>{const[t="",n="true"]=e.split("\n",2)
return t===""?[]:[[t,n]]}))}function once(e){let t
return()=>{t??=e()
return t}}}),33386:((e,t,n)=>{n.d(t,{O:()=>gitOf,I:()=>rootOf})
var i=n(76760)
function gitIn(e,t){return async(n,i)=>{try{const a=["git","-c","safe.directory=*","-c","core.quotePath=false",...n]
const{exitCode:r,stdout:o}=await t(a,{cwd:e,...i!==undefined&&{input:i},env:{GIT_OPTIONAL_LOCKS:"0",LC_ALL:"C"}})
return r===0?o:undefined}catch{return undefined}}}function rootOf({catalog:e},{cwd:t}){return i.dirname(i.resolve(t,e))}function gitOf(e,{exec:t}){return gitIn(e,t)}}),61912:((e,t,n)=>{n.r(t)
n.d(t,{stages:()=>r})
var i=n(26214)
var a=n(33386)
const r={plan:async(e,t)=>{const i=ask(e,t)
return(await Promise.all([n.e(2311),n.e(8815),n.e(2088),n.e(923),n.e(1110),n.e(6766),n.e(9580),n.e(9687)]).then(n.bind(n,49580))).plan(e,i)},run:async(e,t)=>{const i=ask(e,t)
return(await Promise.all([n.e(2311),n.e(8815),n.e(2088),n.e(923),n.e(9593),n.e(1110),n.e(6766),n.e(9580),n.e(8493),n.e(4378),n.e(3156)]).then(n.bind(n,13156))).run(e,i)},lint:async(e,t)=>(await Promise.all([n.e(2311),n.e(8815),n.e(2088),n.e(923),n.e(9593),n.e(1110),n.e(6766),n.e(9580),n.e(8493),n.e(4378),n.e(3156)]).then(n.bind(n,13156))).lint(e,t),build:async(e,t)=>(await Promise.all([n.e(2311),n.e(8815),n.e(2088),n.e(923),n.e(9593),n.e(1110),n.e(6766),n.e(9580),n.e(8493),n.e(4378),n.e(3156)]).then(n.bind(n,13156))).build(e,t),verify:async(e,t)=>(await Promise.all([n.e(2311),n.e(8815),n.e(2088),n.e(923),n.e(9593),n.e(1110),n.e(6766),n.e(9580),n.e(8493),n.e(4378),n.e(3156)]).then(n.bind(n,13156))).verify(e,t),smoke:async(e,t)=>(await Promise.all([n.e(2311),n.e(8815),n.e(2088),n.e(923),n.e(9593),n.e(1110),n.e(6766),n.e(9580),n.e(8493),n.e(4378),n.e(3156)]).then(n.bind(n,13156))).smoke(e,t),publish:async(e,t)=>(await Promise.all([n.e(2311),n.e(8815),n.e(2088),n.e(923),n.e(9593),n.e(1110),n.e(6766),n.e(9580),n.e(8493),n.e(4378),n.e(3156)]).then(n.bind(n,13156))).publish(e,t),report:async(e,t)=>(await Promise.all([n.e(2311),n.e(8815),n.e(2088),n.e(923),n.e(9593),n.e(1110),n.e(6766),n.e(9580),n.e(8493),n.e(4378),n.e(3156)]).then(n.bind(n,13156))).report(e,t),"verify-host":async(e,t)=>(await Promise.all([n.e(2311),n.e(8815),n.e(2088),n.e(923),n.e(9593),n.e(1110),n.e(6766),n.e(9580),n.e(8493),n.e(4378),n.e(3156)]).then(n.bind(n,13156))).verifyHost(e,t),init:async(e,t)=>(await Promise.all([n.e(2311),n.e(8815),n.e(923),n.e(8989),n.e(1110),n.e(6988)]).then(n.bind(n,16988))).init(e,t),doctor:async(e,t)=>(await Promise.all([n.e(2311),n.e(8815),n.e(2088),n.e(923),n.e(1110),n.e(6766),n.e(3796)]).then(n.bind(n,91415))).doctor(e,t)}
function ask(e,t){const n=(0,i.Hj)((0,a.O)((0,a.I)(e,t),t));(0,i.pI)(n)
if(t.env.GITHUB_ACTIONS!=="true")(0,i.U4)(n)
return{...t,checkout:n}}})}
