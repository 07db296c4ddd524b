export default {
  name: 'Pulso',
};
