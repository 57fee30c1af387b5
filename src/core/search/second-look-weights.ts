/** Weights of the clues of the second look, in the order of `clues`. Written by `npm run fit -- search`; not by hand. */
export const looks: readonly number[] = [7.6445, 3.7249, 10.209, 2.4342, 0.48625, -0.89581, -0.42603];
