/** The style of the report: light and dark, screen and paper. Colors: Okabe & Ito (2008), lightened or darkened for contrast. */
export const REPORT_STYLE = `
:root{color-scheme:light dark;--bg:#fff;--fg:#1b1b1b;--mute:#595959;--line:#d4d4d4;--soft:#f5f5f5;--link:#0b57a4;--lit:#ffe680;
--f0:#0072b2;--f1:#009e73;--f2:#d55e00;--f3:#b0588a;--f4:#b98000;--f5:#2e86c1;--st:#6b6b6b}
@media (prefers-color-scheme:dark){:root{--bg:#161616;--fg:#ececec;--mute:#b0b0b0;--line:#444;--soft:#222;--link:#8cc4ff;--lit:#6b5500;
--f0:#56b4e9;--f1:#2fc79b;--f2:#ff8a3d;--f3:#e39cc4;--f4:#e6b93c;--f5:#8ec9f0;--st:#a8a8a8}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:76rem;padding:1rem;background:var(--bg);color:var(--fg);font:1rem/1.55 Georgia,'Times New Roman',serif;overflow-wrap:anywhere}
h1,h2,h3,nav,form,table,figure,summary,.who,.facts,.meta,details,footer{font-family:system-ui,-apple-system,'Segoe UI',sans-serif}
h1{font-size:1.6rem;line-height:1.25;margin:.5rem 0}h2{font-size:1.15rem;margin:2rem 0 .6rem;border-bottom:1px solid var(--line);padding-bottom:.2rem}
h3{font-size:.95rem;margin:0 0 .4rem}h2,h3{scroll-margin-top:5rem}a{color:var(--link)}.meta,figcaption,.legend{color:var(--mute);font-size:.85rem}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:0;background:var(--bg);padding:.5rem;z-index:3}
nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.2rem 1rem;margin:.6rem 0;font-size:.9rem}
form{position:sticky;top:0;z-index:2;background:var(--bg);border-bottom:1px solid var(--line);padding:.5rem 0;display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:end;font-size:.85rem}
form label{display:grid;gap:.1rem}select,button{font:inherit;max-width:14rem;padding:.2rem .4rem;color:var(--fg);background:var(--soft);border:1px solid #888;border-radius:3px}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.scroll{overflow-x:auto}table{border-collapse:collapse;font-size:.88rem;margin:.5rem 0;overflow-wrap:normal}caption{text-align:left}th,td{padding:.2rem .7rem .2rem 0;text-align:left;border-bottom:1px solid var(--line);vertical-align:top}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
figure{margin:1rem 0}.map{display:grid;grid-template-columns:6rem minmax(0,1fr);column-gap:.6rem;font-size:.82rem;align-items:center}
.map svg{width:100%;display:block}.map .names{display:grid;grid-auto-rows:18px;line-height:18px;overflow:hidden}.map .ends{height:90px;grid-auto-rows:auto;align-content:space-between}svg rect[data-p],svg circle[data-p]{cursor:pointer}
.f0{--c:var(--f0)}.f1{--c:var(--f1)}.f2{--c:var(--f2)}.f3{--c:var(--f3)}.f4{--c:var(--f4)}.f5{--c:var(--f5)}.st{--c:var(--st)}
svg .f0,svg .f1,svg .f2,svg .f3,svg .f4,svg .f5,svg .st{fill:var(--c)}svg .axis{stroke:var(--line)}svg .line{fill:none;stroke:var(--st)}svg .ask{fill:var(--fg)}svg .ans{fill:var(--line)}svg .hollow{fill:var(--bg);stroke:var(--st)}
.exchange{display:grid;grid-template-columns:minmax(0,2fr) minmax(0,3fr);gap:0 2rem;border-top:1px solid var(--line);padding:1rem 0}
.exchange>.q>.stick{position:sticky;top:4.5rem}.alone{padding:1rem 0;border-top:1px solid var(--line);max-width:46rem}
.par{margin:0 0 1.1rem;scroll-margin-top:5rem}.exchange,.alone{content-visibility:auto;contain-intrinsic-size:auto 45rem}.par>p{margin:.1rem 0 .3rem}
.who{font-size:.8rem;color:var(--mute)}.who b{color:var(--fg)}
.m{color:inherit;text-decoration:underline;text-decoration-color:var(--c);text-decoration-thickness:2px;text-underline-offset:3px}.m.st{text-decoration-style:dotted}.m.low:not(.lit){text-decoration:none}.m.lit{background:var(--lit)}
.scores{display:flex;flex-wrap:wrap;gap:.2rem .9rem;font-size:.8rem}.scores details[open]{flex-basis:100%}
summary{cursor:pointer;color:var(--mute)}summary b{color:var(--fg);font-weight:600}.dot{display:inline-block;width:.65em;height:.65em;border-radius:50%;background:var(--c);margin-right:.35em}
.low summary b{font-weight:400;color:var(--mute)}.scores ul{margin:.2rem 0 .5rem;padding-left:1.2rem}.scores li{margin:.1rem 0}.scores li:target,.scores li.here{background:var(--lit)}
code{font-size:.92em}.facts{font-size:.85rem;margin:.6rem 0 1rem}.facts dt{color:var(--mute);float:left;clear:left;width:6rem}.facts dd{margin:0 0 .2rem 6.2rem}
[hidden]{display:none!important}
@media (max-width:48rem){.exchange{grid-template-columns:minmax(0,1fr)}.exchange>.q>.stick{position:static}form{position:static}}
@media (max-width:24rem){th,td{padding-right:.35rem}}
@media print{html{font-size:9.5pt}summary{list-style:none}form,nav,.skip{display:none}body{max-width:none;padding:0}.exchange,.alone{content-visibility:visible}.par,.facts,figure{break-inside:avoid}.exchange>.q>.stick{position:static}a{color:inherit}}
`

/** SHA-256 of the style for the report's Content-Security-Policy; a test computes it anew. */
export const REPORT_STYLE_HASH = '2q9YHGFYxrGd3+SJDBSi992x4dtvGdjBSJ4u7Uka0Rs='
