export const id=9800;export const ids=[9800];export const modules={29800:((t,o,r)=>{r.d(o,{retry:()=>e.L,throttling:()=>s.A});var e=r(49735);var s=r(86856)})};
